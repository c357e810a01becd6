package org.cumulet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many callers at once: nothing is given out twice, nothing waits for ever.
@NetworkTest
class ConcurrencyTest {

    private static final int MANY = 64;

    private final Api api = Api.ofNewProject();

    private static List<Response> atOnce(IntFunction<Response> ask) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, MANY)
                            .mapToObj(i -> (Callable<Response>) () -> ask.apply(i))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).distinct().toList();
    }

    @Test
    void noAddressAndNoHardwareAddressIsGivenOutTwice() throws Exception {
        var network = api.network();
        api.subnet(network, "10.0.0.0/24");
        var answers = atOnce(_ -> api.post("/ports", Map.of("port", Map.of("network_id", network))));
        assertThat(statuses(answers)).containsExactly(201);
        assertThat(answers)
                .extracting(it -> it.jsonPath().getString("port.fixed_ips[0].ip_address"))
                .doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(it -> it.jsonPath().getString("port.mac_address"))
                .doesNotHaveDuplicates();
    }

    @Test
    void oneOfManyGetsTheAddressAllAskFor() throws Exception {
        var network = api.network();
        api.subnet(network, "10.0.0.0/24");
        var wish = Map.of("network_id", network, "fixed_ips", List.of(Map.of("ip_address", "10.0.0.9")));
        var answers = atOnce(_ -> api.post("/ports", Map.of("port", wish)));
        assertThat(answers)
                .extracting(Response::statusCode)
                .filteredOn(it -> it == 201)
                .hasSize(1);
        assertThat(answers)
                .extracting(Response::statusCode)
                .filteredOn(it -> it == 409)
                .hasSize(MANY - 1);
    }

    @Test
    void exactlyAsManyAreMadeAsThereAreAddresses() throws Exception {
        var network = api.network();
        api.subnet(network, "10.0.0.0/27");
        var answers = atOnce(_ -> api.post("/ports", Map.of("port", Map.of("network_id", network))));
        assertThat(answers)
                .extracting(Response::statusCode)
                .filteredOn(it -> it == 201)
                .hasSize(28);
        assertThat(answers)
                .filteredOn(it -> it.statusCode() != 201)
                .extracting(it -> it.jsonPath().getString("NeutronError.type"))
                .containsOnly("IpAddressGenerationFailure");
    }

    @Test
    void subnetsOfOneNetworkDoNotOverlapHoweverManyAreMade() throws Exception {
        var network = api.network();
        var wish = Map.of("network_id", network, "ip_version", 4, "cidr", "10.0.0.0/24");
        var answers = atOnce(_ -> api.post("/subnets", Map.of("subnet", wish)));
        assertThat(answers)
                .extracting(Response::statusCode)
                .filteredOn(it -> it == 201)
                .hasSize(1);
        assertThat(api.ids("subnets", "?network_id=" + network)).hasSize(1);
        assertThat(api.ids("ports", "?network_id=" + network)).hasSize(1);
    }

    @Test
    void noSegmentIsGivenOutTwice() throws Exception {
        var answers = atOnce(_ -> Api.ofNewProject().post("/networks", Map.of("network", Map.of())));
        assertThat(statuses(answers)).containsExactly(201);
        var segments = new HashSet<Integer>();
        for (var answer : answers) {
            var id = answer.jsonPath().getString("network.id");
            segments.add(Api.admin().shown("/networks/" + id).getInt("network.'provider:segmentation_id'"));
        }
        assertThat(segments).hasSize(MANY);
    }

    @Test
    void makingAndDeletingAndChangingInOneNetworkDoNotWaitForEachOtherInACircle() throws Exception {
        var network = api.network();
        api.subnet(network, "10.0.0.0/24");
        var answers = atOnce(i -> switch (i % 4) {
            case 0 -> api.post("/ports", Map.of("port", Map.of("network_id", network)));
            case 1 ->
                api.post(
                        "/subnets",
                        Map.of(
                                "subnet",
                                Map.of("network_id", network, "ip_version", 4, "cidr", "10.1." + i + ".0/24")));
            case 2 -> api.put("/networks/" + network, Map.of("network", Map.of("name", "n" + i)));
            default -> api.delete("/ports/" + Api.id(api.port(network)));
        });
        assertThat(answers).extracting(Response::statusCode).allMatch(status -> status < 300);
        assertThat(api.shown("/networks/" + network).getInt("network.revision_number"))
                .isEqualTo(1 + 1 + 16 + 16);
    }

    @Test
    void aNetworkIsGoneOrHasItsPortsNothingInBetween() throws Exception {
        var network = api.network();
        api.subnet(network, "10.0.0.0/24");
        var answers = atOnce(i -> i % 8 == 0
                ? api.delete("/networks/" + network)
                : api.post("/ports", Map.of("port", Map.of("network_id", network))));
        assertThat(answers).extracting(Response::statusCode).allMatch(List.of(201, 204, 404, 409)::contains);
        var isThere = api.get("/networks/" + network).statusCode() == 200;
        assertThat(api.ids("ports", "?network_id=" + network).isEmpty()).isEqualTo(!isThere);
    }
}
