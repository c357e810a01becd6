package org.cumulet.inventory.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.inventory.Api.map;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.cumulet.ssh.RealSshd;
import org.cumulet.ssh.SshKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at this machine, through its own sshd.
@InventoryTest
class ProbeTest {

    private static final Path CLOUD_KEY = Path.of("target/ssh/id_ed25519");

    @TempDir
    Path folder;

    private final Api admin = Api.admin();
    private final List<AutoCloseable> open = new ArrayList<>();
    private RealSshd sshd;

    @BeforeEach
    void start() {
        sshd = RealSshd.start(folder, SshKeys.ensure(CLOUD_KEY));
        open.add(sshd);
    }

    @AfterEach
    void stop() throws Exception {
        admin.clear();
        for (var each : open) {
            each.close();
        }
    }

    private Map<String, Object> host(String name, Object... more) {
        var host = map(
                "name", name,
                "address", "127.0.0.1",
                "port", sshd.port(),
                "user", System.getProperty("user.name"),
                "host_key", sshd.fingerprint("ed25519"));
        host.putAll(map(more));
        host.values().removeIf(value -> value == null);
        return host;
    }

    private String register(Map<String, Object> host) {
        return admin.register(host).statusCode(202).extract().path("hosts[0].id");
    }

    /// Ready where libvirt works here, an error with a reason where it does not: known in any case.
    private void awaitKnown(String id) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> admin.show(id)
                        .body("host.facts", notNullValue())
                        .body("host.state", anyOf(equalTo("ready"), equalTo("error"))));
    }

    @Nested
    class AHost {
        @Test
        void isKnownByWhatItIs() {
            var id = register(host("here"));

            awaitKnown(id);

            admin.show(id)
                    .body("host.facts.cpu.threads", equalTo(Runtime.getRuntime().availableProcessors()))
                    .body("host.facts.memory.total_mb", greaterThan(100))
                    .body("host.facts.disk.total_gb", greaterThan(0))
                    .body("host.facts.system.kernel", equalTo(System.getProperty("os.version")))
                    .body("host.facts.system.distribution", notNullValue())
                    .body("host.facts.virtualization.kvm", notNullValue())
                    .body("host.facts.file_systems", not(empty()))
                    .body("host.facts.listening.port", hasItem(sshd.port()))
                    .body("host.facts.clock.offset_ms", lessThan(5000));
        }

        @Test
        void remembersWhatWasDifferentBefore() throws IOException {
            var id = register(host("here"));
            awaitKnown(id);
            try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var history = Api.HOSTS + "/" + id + "/facts/history";
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> admin.as()
                                .get(history)
                                .then()
                                .statusCode(200)
                                .body("changes.path", hasItem("listening"))
                                .body("changes.after.port", hasItem(listener.getLocalPort())));
                admin.as().get(history + "?limit=1").then().body("changes", hasSize(1));
                admin.as().get(history + "?marker=x").then().statusCode(400);
            }
        }

        @Test
        void thatCannotRunServersSaysWhy() {
            var id = register(host("here", "virt_type", "kvm"));

            awaitKnown(id);

            if (admin.state(id).equals("error")) {
                admin.show(id).body("host.state_reason", anyOf(containsString("libvirt"), containsString("KVM")));
            }
        }

        @Test
        void thatDoesSomethingElseThanAskedIsNotBelieved() throws IOException {
            var keys = folder.resolve("authorized_keys");
            Files.writeString(keys, "command=\"echo hello\" " + Files.readString(keys));

            var id = register(host("forced"));

            admin.awaitState(id, "error");
            admin.show(id).body("host.state_reason", containsString("forced command"));
        }

        @Test
        void thatDoesNotLetUsInIsRefused() throws IOException {
            Files.writeString(folder.resolve("authorized_keys"), "");

            var id = register(host("closed"));

            admin.awaitState(id, "refused");
            admin.show(id).body("host.state_reason", containsString("refuses the login"));
        }

        @Test
        void isLookedAtAgainOnDemand() {
            var id = register(host("here"));
            awaitKnown(id);
            String before = admin.show(id).extract().path("host.probed_at");

            admin.as()
                    .post(Api.HOSTS + "/" + id + "/probe")
                    .then()
                    .statusCode(202)
                    .body("host.id", equalTo(id));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !before.equals(admin.show(id).extract().path("host.probed_at")));
        }
    }

    @Nested
    class AHostKey {
        @Test
        void isTrustedOnFirstUseOnlyWhereThatIsSaid() {
            var id = register(host("trusted", "host_key", null, "trust_host_key", true));

            awaitKnown(id);

            admin.show(id)
                    .body(
                            "host.host_key",
                            anyOf(
                                    equalTo(sshd.fingerprint("ed25519")),
                                    equalTo(sshd.fingerprint("ecdsa")),
                                    equalTo(sshd.fingerprint("rsa"))));
        }

        @Test
        void thatHasChangedIsRefusedWithBothFingerprints() {
            var pinned = "SHA256:" + "A".repeat(43);

            var id = register(host("another", "host_key", pinned));

            admin.awaitState(id, "refused");
            admin.show(id)
                    .body("host.state_reason", containsString(pinned))
                    .body("host.state_reason", containsString("SHA256:"))
                    .body("host.host_key", equalTo(pinned));
        }

        @Test
        void thatChangesLaterTurnsAHostThatWasWellIntoOneThatIsRefused(@TempDir Path other) throws Exception {
            var id = register(host("trusted", "host_key", null, "trust_host_key", true));
            awaitKnown(id);
            String before = admin.show(id).extract().path("host.host_key");
            for (var type : List.of("ed25519", "ecdsa", "rsa")) {
                Files.deleteIfExists(folder.resolve("host_" + type));
                Files.deleteIfExists(folder.resolve("host_" + type + ".pub"));
            }
            sshd.close();
            for (var type : List.of("ed25519", "ecdsa", "rsa")) {
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                type,
                                "-N",
                                "",
                                "-f",
                                folder.resolve("host_" + type).toString())
                        .start()
                        .waitFor();
            }
            sshd.restart();

            admin.awaitState(id, "refused");

            admin.show(id).body("host.host_key", equalTo(before)).body("host.state_reason", containsString(before));
            admin.change(id, "trust_host_key", true).statusCode(200);
            awaitKnown(id);
        }
    }

    @Nested
    class Trouble {
        @Test
        void makesAHostUnreachableAndItsEndMakesItKnownAgain() throws IOException {
            var id = register(host("here"));
            awaitKnown(id);
            sshd.close();

            admin.awaitState(id, "unreachable");
            admin.show(id).body("host.state_reason", containsString("cannot be reached"));
            sshd.restart();
            awaitKnown(id);
        }

        @Test
        void ofManyHostsDoesNotDelayTheOthers() throws IOException {
            var silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            open.add(silent);
            var hosts = new ArrayList<Object>();
            for (var at = 2; at < 42; at++) {
                hosts.add(map(
                        "name", "silent-" + at,
                        "address", "127.0.0." + at,
                        "port", silent.getLocalPort(),
                        "host_key", "SHA256:" + "A".repeat(43)));
            }
            hosts.add(host("here"));
            hosts.add(map(
                    "name",
                    "sim",
                    "kind",
                    "simulated",
                    "capacity",
                    Map.of("vcpus", 1, "memory_mb", 1024, "disk_gb", 1)));

            List<String> ids =
                    admin.register(hosts.toArray()).statusCode(202).extract().path("hosts.id");

            admin.awaitState(ids.getLast(), "ready");
            awaitKnown(ids.get(40));
            ids.subList(0, 40).forEach(id -> admin.awaitState(id, "unreachable"));
        }
    }

    @Test
    void theLineForAuthorizedKeysIsForAdmins() {
        admin.as()
                .get("/inventory/v1/ssh-key")
                .then()
                .statusCode(200)
                .body("ssh_key.public_key", equalTo(SshKeys.read(CLOUD_KEY).publicLine()))
                .body("ssh_key.fingerprint", equalTo(SshKeys.read(CLOUD_KEY).fingerprint()))
                .body("ssh_key.install", containsString(SshKeys.read(CLOUD_KEY).publicLine()));
        Api.reader().as().get("/inventory/v1/ssh-key").then().statusCode(403);
        assertThat(CLOUD_KEY).exists();
    }
}
