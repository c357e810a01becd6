package org.cumulet.database.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.cumulet.database.engine.Engines;
import org.cumulet.database.secret.Sealer;
import org.cumulet.saga.testing.Rehearsal;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandResult;
import org.cumulet.ssh.Machine;
import org.cumulet.ssh.RecordedRunner;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is asked of a host; that a real one then has what it should have is shown by the stories on test hosts.
@DatabaseTest
class InstallServerTest {

    private static final String PASSWORD = "first-password";
    private static final String FINGERPRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String DEBIAN = "debian \n";
    private static final String ROCKY = "rocky rhel centos fedora\n";

    private final InstallationStore store;
    private final InstallationLedger ledger;
    private final Sealer sealer;
    private final Engines engines;
    private final String name = Api.fresh("made");
    private final UUID id = UUID.randomUUID();

    InstallServerTest(InstallationStore store, InstallationLedger ledger, Sealer sealer, Engines engines) {
        this.store = store;
        this.ledger = ledger;
        this.sealer = sealer;
        this.engines = engines;
    }

    @AfterEach
    void theNextFindsNoServerOfThisTest() {
        Api.admin().as().delete("/database/v1/servers/" + name).then().statusCode(is(oneOf(204, 404)));
    }

    private Installing asked(Installable engine, String user) {
        var wish = new NewInstallation(name, engine, "host-1", "localhost", Api.port("mariadb"), "10.1.2.3/24");
        var machine = Machine.ssh("host-1", "10.1.2.3", 22, user, FINGERPRINT);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        store.persist(new Installation(id, wish, machine, sealer.seal(id, PASSWORD), Instant.now())));
        return new Installing(id, null);
    }

    /// A host where all goes well, and where os-release(5) says this.
    private static RecordedRunner host(String release) {
        return new RecordedRunner(
                (_, command) -> CommandResult.said(command.input().contains("os-release") ? release : ""));
    }

    private Rehearsal<Installing> installation(RecordedRunner host) {
        return Rehearsal.of(new InstallServer(ledger, host, engines).story());
    }

    private ValidatableResponse shown() {
        return Api.admin().as().get("/database/v1/installations/" + id).then();
    }

    private ValidatableResponse server() {
        return Api.admin().as().get("/database/v1/servers/" + name).then();
    }

    @Test
    void registersWhatItMadeAndMayRunEachStepTwice() throws Exception {
        var outcome = installation(host(DEBIAN)).eachStepTwice().play(asked(Installable.MARIADB, "root"));

        assertThat(outcome.failure()).isNull();
        server().statusCode(200).body("server.state", equalTo("online")).body("server.admin_user", equalTo("cumulet"));
        shown().body("installation.state", equalTo("complete"));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> store.findById(id).adminPassword()))
                .isNull();
        assertThat(told()).isEqualTo("completed");
    }

    static Stream<Rehearsal.Accident> accidents() {
        var anybody = new RecordedRunner();
        return Rehearsal.accidents(new InstallServer(null, anybody, null).story());
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void whereverItFailsItSaysSoAndAServerIsRegisteredOnlyWhenItIsDone(Rehearsal.Accident accident) throws Exception {
        var outcome = installation(host(DEBIAN)).with(accident).play(asked(Installable.MARIADB, "root"));

        assertThat(outcome.failure()).isNotNull();
        var registered = accident.step().equals("register it") && accident.did();
        shown().body("installation.state", equalTo(registered ? "complete" : "failed"));
        server().statusCode(registered ? 200 : 404);
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheHostNoPasswordAndPutsWhatProvesItInNoArgument(Installable engine) {
        var host = host(DEBIAN);

        catchThrowable(() -> installation(host).play(asked(engine, "operator"))); // PostgreSQL is not there

        assertThat(host.ran()).hasSize(6).allSatisfy(ran -> {
            assertThat(ran.command().argv()).startsWith("sudo", "-n", "sh", "-eu", "-s", "--");
            assertThat(String.join(" ", ran.command().argv())).doesNotContain(PASSWORD, "SCRAM", "*");
            assertThat(ran.command().input()).doesNotContain(PASSWORD);
        });
        assertThat(host.ran().get(4).command().input())
                .contains(engine == Installable.MARIADB ? "'cumulet'@'10.1.2.0/255.255.255.0'" : "SCRAM-SHA-256$");
    }

    @ParameterizedTest
    @CsvSource({
        "MARIADB, debian, apt-get, mariadb-server, /etc/mysql/mariadb.conf.d",
        "MARIADB, rocky rhel centos fedora, dnf, mariadb-server, /etc/my.cnf.d",
        "POSTGRESQL, ubuntu debian, apt-get, postgresql, /etc/postgresql/$cluster",
        "POSTGRESQL, fedora, dnf, postgresql-server, postgresql-setup --initdb"
    })
    void asksForWhatTheHostsFamilyHasWhereItHasIt(
            Installable engine, String release, String packager, String wanted, String place) throws Exception {
        var host = host(release + "\n");

        catchThrowable(() -> installation(host).play(asked(engine, "root")));

        var ran = host.ran().stream().map(RecordedRunner.Ran::command).toList();
        assertThat(ran.get(2).input()).contains(packager + " ");
        assertThat(ran.get(2).argv()).endsWith(wanted);
        assertThat(ran.get(3).argv() + ran.get(3).input()).contains(place);
        for (var command : ran) {
            assertThat(isReadByAShell(command)).as(command.input()).isTrue();
        }
    }

    private static boolean isReadByAShell(Command command) throws Exception {
        var shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
        try (var in = shell.outputWriter()) {
            in.write(command.input());
        }
        return shell.waitFor() == 0;
    }

    @Test
    void leavesAServerAloneThatWasNotMadeHere() throws Exception {
        var host = new RecordedRunner((_, command) -> command.input().contains("os-release")
                ? CommandResult.said(ROCKY)
                : CommandResult.failed(64, "there is a server of this kind already"));

        var outcome = installation(host).play(asked(Installable.MARIADB, "root"));

        assertThat(outcome.failure().message()).contains("there is a server of this kind already");
        assertThat(host.ran()).hasSize(2);
        shown().body("installation.state", equalTo("failed"));
        assertThat(told()).isEqualTo("failed");
    }

    @Test
    void leavesAHostAloneWhosePackagesItDoesNotKnow() throws Exception {
        var host = host("opensuse-leap suse opensuse\n");

        var outcome = installation(host).play(asked(Installable.MARIADB, "root"));

        assertThat(outcome.failure().message()).contains("'opensuse-leap suse opensuse'");
        assertThat(host.ran()).hasSize(1);
    }

    private String told() throws Exception {
        try (var heard = HeardEvents.on("database.installation")) {
            var last = heard.of(id.toString(), 1).getLast();
            assertThat(EventContract.of(last.type()).violations(last.payload())).isEmpty();
            return last.type().replace("org.cumulet.database.installation.", "");
        }
    }

    @Nested
    class ASubnet {

        @ParameterizedTest
        @CsvSource({
            "0.0.0.0/0, %",
            "10.1.2.3/24, 10.1.2.0/255.255.255.0",
            "192.168.7.9/32, 192.168.7.9/255.255.255.255",
            "172.16.0.0/12, 172.16.0.0/255.240.0.0"
        })
        void isWrittenAsMariaDbReadsIt(String subnet, String host) {
            assertThat(Subnet.of(subnet).asMariaDbHost()).isEqualTo(host);
        }
    }
}
