package org.cumulet.identity.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byName;
import static org.cumulet.identity.Cloud.login;
import static org.cumulet.identity.Cloud.projectNamed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cumulet.identity.Cloud;
import org.cumulet.identity.IdentityTest;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.password.Passwords;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.secret.Sealer;
import org.cumulet.identity.user.AccountService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@IdentityTest
class BootstrapTest {

    @Inject
    Bootstrap bootstrap;

    @Inject
    FirstCatalog catalog;

    @Inject
    BootstrapStore store;

    @Inject
    NodeService nodes;

    @Inject
    RoleService roles;

    @Inject
    AccountService accounts;

    @Inject
    HeldRolesService held;

    @Inject
    Passwords passwords;

    @Inject
    Sealer sealer;

    private static String endpoint() {
        return as(Cloud.admin())
                .get(V3 + "/auth/catalog")
                .path("catalog.find { it.type == 'placement' }.endpoints.find { it.interface == 'public' }.id");
    }

    private static String url() {
        return as(Cloud.admin()).get(V3 + "/endpoints/" + endpoint()).path("endpoint.url");
    }

    @Test
    void theAdminIsAdminOfItsProjectAndOfTheSystem() {
        var admin = byName("admin", Cloud.ADMIN_PASSWORD);
        assertThat(login(admin, projectNamed("admin")).<List<String>>path("token.roles.name"))
                .containsExactlyInAnyOrder("admin", "member", "reader");
        assertThat(login(admin, Cloud.system()).<List<String>>path("token.roles.name"))
                .contains("admin");
    }

    @Test
    void everyServiceLogsInUnderItsOwnName() {
        for (var service : List.of("image", "inventory", "network", "compute")) {
            assertThat(login(byName(service, Cloud.SERVICE_PASSWORD), projectNamed("service"))
                            .<List<String>>path("token.roles.name"))
                    .contains("admin", "service");
        }
    }

    @Nested
    class StartingAgain {

        @Test
        void changesNothing() {
            var before = everything();
            bootstrap.start(new StartupEvent());
            assertThat(everything()).isEqualTo(before);
            assertThat(login(byName("admin", Cloud.ADMIN_PASSWORD)).statusCode())
                    .isEqualTo(201);
        }

        @Test
        void doesNotUndoWhatWasChangedThroughTheApi() {
            var old = url();
            Cloud.change("endpoints", "endpoint", endpoint(), Map.of("url", "http://mine"));
            bootstrap.start(new StartupEvent());
            assertThat(url()).isEqualTo("http://mine");
            Cloud.change("endpoints", "endpoint", endpoint(), Map.of("url", old));
        }

        private List<String> everything() {
            return List.of(
                            "domains",
                            "projects",
                            "users",
                            "roles",
                            "services",
                            "endpoints",
                            "regions",
                            "role_assignments")
                    .stream()
                    .map(kind -> as(Cloud.admin()).get(V3 + "/" + kind).asString())
                    .toList();
        }
    }

    @Nested
    class AChangeInTheSettings {

        @Test
        void movesTheEndpoints() {
            var old = url();
            QuarkusTransaction.requiringNew().run(() -> catalog.ensure("http://moved.test"));
            assertThat(url()).isEqualTo("http://moved.test/placement");
            QuarkusTransaction.requiringNew().run(() -> catalog.ensure(old.replace("/placement", "")));
            assertThat(url()).isEqualTo(old);
        }

        @Test
        void givesTheServicesTheirNewPassword() {
            ensure("another");
            assertThat(login(byName("compute", "another")).statusCode()).isEqualTo(201);
            assertThat(login(byName("compute", Cloud.SERVICE_PASSWORD)).statusCode())
                    .isEqualTo(401);
            ensure(Cloud.SERVICE_PASSWORD);
            assertThat(login(byName("compute", Cloud.SERVICE_PASSWORD)).statusCode())
                    .isEqualTo(201);
        }

        private void ensure(String servicePassword) {
            var people = new FirstPeople(
                    store, nodes, roles, accounts, held, passwords, sealer, Cloud.ADMIN_PASSWORD, servicePassword);
            QuarkusTransaction.requiringNew().run(people::ensure);
        }
    }
}
