package org.cumulet.database.install;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.cumulet.database.engine.Engines;
import org.cumulet.events.Service;
import org.cumulet.saga.Failure;
import org.cumulet.saga.Retry;
import org.cumulet.saga.Step;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.Exit;
import org.cumulet.ssh.MachineFault;

/// How a database server comes to be on a host. Each step finds what is done already; there is no way back, since what
/// was installed may be somebody's by then.
@Singleton
@Service("database")
class InstallServer implements Workflow<Installing> {

    private static final Duration A_PACKAGE = Duration.ofMinutes(20);
    private static final Duration A_START = Duration.ofMinutes(3);
    private static final int FOR_GOOD = 64;

    private static final String LOOK = "see what the host is";
    private static final String CLAIM = "see that nothing else is there";
    private static final String PACKAGE = "install the package";
    private static final String START = "start it where nobody reaches it";
    private static final String MAKE_SAFE = "make it safe and ours";
    private static final String LISTEN = "let it listen";
    private static final String REGISTER = "register it";

    private final InstallationLedger ledger;
    private final CommandRunner runner;
    private final Engines engines;

    InstallServer(InstallationLedger ledger, @Service("database") CommandRunner runner, Engines engines) {
        this.ledger = ledger;
        this.runner = runner;
        this.engines = engines;
    }

    @Override
    public Story<Installing> story() {
        return Story.of("install-database-server", Installing.class)
                .first(LOOK, this::look)
                .then(CLAIM, onHost(CLAIM, A_START, (it, _) -> HostScripts.claim(it)))
                .then(PACKAGE, onHost(PACKAGE, A_PACKAGE, HostScripts::installPackage))
                .then(START, onHost(START, A_START, HostScripts::start))
                .then(MAKE_SAFE, onHost(MAKE_SAFE, A_START, this::makeSafe))
                .then(LISTEN, onHost(LISTEN, A_START, HostScripts::listen))
                .then(REGISTER, this::register)
                .otherwise(this::markFailed)
                .within(Duration.ofHours(1));
    }

    private Installing look(Installing installing) {
        var installation = ledger.at(installing.installation(), LOOK);
        var words = run(installation, HostScripts.look(installation).within(A_START));
        var family = Family.of(words)
                .orElseThrow(() -> new StepFailed(
                        "No packages are known for host '%s', which is '%s'; Debian, RHEL and their kin are"
                                .formatted(installation.host(), words.strip())));
        return new Installing(installing.installation(), family);
    }

    private Command makeSafe(Installation installation, Family family) {
        return HostScripts.makeSafe(
                installation, family, engines.of(installation.engine().kind()).verifier(ledger.password(installation)));
    }

    private interface Script {
        Command of(Installation installation, Family family);
    }

    private Step<Installing> onHost(String step, Duration patience, Script script) {
        return installing -> {
            var installation = ledger.at(installing.installation(), step);
            run(installation, script.of(installation, installing.known()).within(patience));
            return installing;
        };
    }

    /// Answers what it said.
    private String run(Installation installation, Command command) {
        var machine = installation.machine();
        try {
            var result = runner.run(machine, command);
            if (result.exit() instanceof Exit.Status(int code) && code == FOR_GOOD) {
                throw new StepFailed(
                        "Host '%s': %s".formatted(machine.id(), result.stderr().strip()));
            }
            return result.orThrow(machine, String.valueOf(installation.step())).stdout();
        } catch (MachineFault e) {
            throw new Retry("Host '%s' could not do this".formatted(machine.id()), String.valueOf(e.getMessage()), e);
        }
    }

    private Installing register(Installing installing) throws SQLException {
        ledger.register(ledger.at(installing.installation(), REGISTER));
        return installing;
    }

    private void markFailed(Installing installing, Failure why) {
        ledger.failed(
                installing.installation(),
                why.details() == null ? why.message() : why.message() + ": " + why.details());
    }
}
