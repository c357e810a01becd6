package org.cumulet.network.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NetworkTest
class TagResourceTest {

    private final Api api = Api.ofNewProject();

    private String path(String collection) {
        var network = api.network();
        var id = switch (collection) {
            case "networks" -> network;
            case "subnets" -> api.subnet(network, "10.0.0.0/24");
            case "ports" -> Api.id(api.port(network));
            default -> Api.id(api.made("security-groups", Map.of("name", "web")));
        };
        return "/" + collection + "/" + id;
    }

    @ParameterizedTest
    @ValueSource(strings = {"networks", "subnets", "ports", "security-groups"})
    void everythingCanBeTagged(String collection) {
        var thing = path(collection);
        assertThat(api.put(thing + "/tags", Map.of("tags", List.of("red", "blue", "red")))
                        .jsonPath()
                        .<String>getList("tags"))
                .containsExactly("blue", "red");
        assertThat(api.asked().put(Api.V2 + thing + "/tags/green").statusCode()).isEqualTo(201);
        assertThat(api.get(thing + "/tags/green").statusCode()).isEqualTo(204);
        assertThat(api.shown(thing + "/tags").<String>getList("tags")).containsExactly("blue", "green", "red");
        assertThat(api.delete(thing + "/tags/green").statusCode()).isEqualTo(204);
        assertThat(api.delete(thing + "/tags/green").statusCode()).isEqualTo(404);
        assertThat(api.get(thing + "/tags/green").statusCode()).isEqualTo(404);
        assertThat(api.ids(collection, "?tags=red,blue")).hasSize(1);
        assertThat(api.ids(collection, "?tags=red,green")).isEmpty();
        assertThat(api.ids(collection, "?tags-any=red,green")).hasSize(1);
        assertThat(api.ids(collection, "?not-tags-any=red,green&name=" + "nothing"))
                .isEmpty();
        assertThat(api.delete(thing + "/tags").statusCode()).isEqualTo(204);
        assertThat(api.shown(thing + "/tags").<String>getList("tags")).isEmpty();
    }

    @Test
    void aTagIsAShortWord() {
        var network = path("networks");
        for (var bad : List.of("", "a".repeat(61), "a,b", "a/b", "a\nb")) {
            assertThat(api.put(network + "/tags", Map.of("tags", List.of(bad))).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(api.put(network + "/tags", Map.of("tags", List.of(1))).statusCode())
                .isEqualTo(400);
        assertThat(api.put(network + "/tags", Map.of()).statusCode()).isEqualTo(400);
        assertThat(api.put(network + "/tags", Map.of("tags", List.of(), "x", 1)).statusCode())
                .isEqualTo(400);
        assertThat(api.shown(network).<String>getList("network.tags")).isEmpty();
    }

    @Test
    void aTagMakesANewRevision() {
        var network = path("networks");
        api.asked().put(Api.V2 + network + "/tags/green");
        assertThat(api.shown(network).getInt("network.revision_number")).isEqualTo(2);
    }

    @Test
    void nothingElseCanBeTagged() {
        assertThat(api.get("/routers/5/tags").statusCode()).isEqualTo(404);
        assertThat(api.get("/networks/5/tags").statusCode()).isEqualTo(404);
    }
}
