package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;

import java.util.List;
import java.util.Map;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.cumulet.testing.contract.HeardEvents.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IdentityTest
class IdentityEventsTest {

    private HeardEvents events;

    @BeforeEach
    void listen() {
        events = HeardEvents.on("identity.project", "identity.user", "identity.revocation");
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    private static String made(String kind, Map<String, ?> wish) {
        return as(Cloud.admin())
                .body(Map.of(kind, wish))
                .post(V3 + "/" + kind + "s")
                .then()
                .statusCode(201)
                .extract()
                .path(kind + ".id");
    }

    private static void disabledAndDeleted(String kind, String id) {
        var path = V3 + "/" + kind + "s/" + id;
        as(Cloud.admin())
                .body(Map.of(kind, Map.of("enabled", false)))
                .patch(path)
                .then()
                .statusCode(200);
        as(Cloud.admin()).delete(path).then().statusCode(204);
    }

    private static void areAsPromised(List<Heard> told) throws Exception {
        for (var event : told) {
            assertThat(EventContract.of(event.type()).violations(event.payload()))
                    .as(event.payload())
                    .isEmpty();
        }
    }

    @Test
    void everyMoveOfAProjectIsToldInOrderAndAsPromised() throws Exception {
        var project = made("project", Map.of("name", fresh("project")));
        disabledAndDeleted("project", project);
        var told = events.of(project, 3);
        assertThat(told)
                .extracting(Heard::type)
                .containsExactly(
                        "org.cumulet.identity.project.created",
                        "org.cumulet.identity.project.updated",
                        "org.cumulet.identity.project.deleted");
        areAsPromised(told);
    }

    @Test
    void everyMoveOfAUserIsToldInOrderAsPromisedAndWithoutThePassword() throws Exception {
        var user = made("user", Map.of("name", fresh("user"), "password", Cloud.PASSWORD));
        disabledAndDeleted("user", user);
        var told = events.of(user, 3);
        assertThat(told)
                .extracting(Heard::type)
                .containsExactly(
                        "org.cumulet.identity.user.created",
                        "org.cumulet.identity.user.updated",
                        "org.cumulet.identity.user.deleted");
        areAsPromised(told);
        assertThat(told).extracting(Heard::payload).noneMatch(payload -> payload.contains(Cloud.PASSWORD));
    }

    @Test
    void whatKillsTokensIsToldAsPromised() throws Exception {
        var user = made("user", Map.of("name", fresh("user"), "password", Cloud.PASSWORD));
        disabledAndDeleted("user", user);
        var told = events.of("USER:" + user, 1);
        assertThat(told).extracting(Heard::type).containsOnly("org.cumulet.identity.revocation.revoked");
        areAsPromised(told);
    }
}
