package org.cumulet.inventory.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The attacks of our list that are aimed at hosts, by their numbers there. Number 37, what an evil sshd can do, is in
/// the
/// tests of common/ssh; that nothing of others is touched and nothing is done twice is in [HostScriptTest].
@InventoryTest
class SecurityCasesTest {

    private static final List<String> EVIL = List.of(
            "x; rm -rf /",
            "$(reboot)",
            "`reboot`",
            "a\nb",
            "-oProxyCommand=reboot",
            "-x",
            "a b",
            "x\n172.16.1.99 controller",
            "pool.ntp.org\nallow all",
            "eth0\" masquerade comment \"x",
            "../../etc/shadow",
            "");

    private final Api admin = Api.admin();

    @AfterEach
    void clear() {
        admin.clear();
    }

    private int prepare(Map<String, Object> wish) {
        return admin.json(Map.of("prepare", wish))
                .post("/inventory/v1/hosts/" + UUID.randomUUID() + "/prepare")
                .statusCode();
    }

    @Nested
    class Row38WordsThatAShellWouldRead {

        @Test
        void areNoNamesAddressesUsersOrKeysOfHosts() {
            for (var evil : EVIL) {
                for (var key : List.of("name", "address", "user", "host_key", "availability_zone")) {
                    var host = Api.map(
                            "name",
                            "h" + UUID.randomUUID(),
                            "address",
                            "127.0.0.9",
                            "host_key",
                            "SHA256:" + "A".repeat(43));
                    host.put(key, evil);

                    assertThat(admin.register(host).extract().statusCode())
                            .as("%s '%s'", key, evil)
                            .isEqualTo(400);
                }
            }
        }

        @Test
        void areNoBridgesAndNoInterfaces() {
            for (var evil : EVIL) {
                assertThat(prepare(Map.of("bridge", Map.of("name", evil, "port", "eth1"))))
                        .as(evil)
                        .isEqualTo(400);
                assertThat(prepare(Map.of("bridge", Map.of("name", "br-vm", "port", evil))))
                        .as(evil)
                        .isEqualTo(400);
            }
        }

        @Test
        void areNoStepsAndNoAddressesOutside() {
            for (var evil : EVIL) {
                assertThat(prepare(Map.of("steps", List.of(evil)))).as(evil).isEqualTo(400);
                assertThat(admin.json(Map.of("preflight", Map.of("outside", evil)))
                                .post("/inventory/v1/hosts/" + UUID.randomUUID() + "/preflight")
                                .statusCode())
                        .as(evil)
                        .isEqualTo(400);
            }
        }
    }

    @Nested
    class Row39LinesInFilesOfHosts {

        @Test
        void noSecondLineComesWithATimeSource() {
            for (var evil : EVIL) {
                assertThat(prepare(Map.of("time_source", evil))).as(evil).isEqualTo(400);
            }
        }
    }
}
