package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Security case 11, beside what is said of users: `enabled` is true or false, and nothing that looks like it. What is
/// disabled stays so.
@IdentityTest
class StrictBooleansTest {

    private static final List<Object> LOOKALIKES =
            Arrays.asList("False", "FALSE", "false", "True", "0", "1", 0, 1, 0.0, "", null, List.of(), Map.of());

    /// Something that may be disabled.
    record Thing(String kind, String key, Map<String, Object> wish) {
        @Override
        public String toString() {
            return key;
        }
    }

    static Stream<Thing> things() {
        var service = make("services", "service", Map.of("type", fresh("type")));
        return Stream.of(
                new Thing("projects", "project", Map.of("name", fresh("project"))),
                new Thing("domains", "domain", Map.of("name", fresh("domain"))),
                new Thing("services", "service", Map.of("type", fresh("type"))),
                new Thing(
                        "endpoints",
                        "endpoint",
                        Map.of("service_id", service, "interface", "public", "url", "http://x")));
    }

    @ParameterizedTest
    @MethodSource("things")
    void areAskedForInPlainWords(Thing thing) {
        var disabled = make(thing.kind(), thing.key(), with(thing.wish(), false));
        for (var lookalike : LOOKALIKES) {
            as(Cloud.admin())
                    .body(Map.of(thing.key(), with(thing.wish(), lookalike)))
                    .post(V3 + "/" + thing.kind())
                    .then()
                    .statusCode(400);
            Cloud.change(thing.kind(), thing.key(), disabled, with(Map.of(), lookalike))
                    .then()
                    .statusCode(400);
        }
        as(Cloud.admin())
                .get(V3 + "/" + thing.kind() + "/" + disabled)
                .then()
                .statusCode(200)
                .body(thing.key() + ".enabled", is(false));
    }

    private static Map<String, Object> with(Map<String, Object> wish, Object enabled) {
        var all = new HashMap<>(wish);
        all.put("enabled", enabled);
        return all;
    }
}
