package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class RecordedRunnerTest {

    private final Machine machine = Machine.simulated("paper");

    @Test
    void commandsAreRememberedAndAnsweredAsTold() {
        var runner = new RecordedRunner((on, command) -> CommandResult.failed(1, "no"));
        var command = Command.of("virsh", "list");

        assertThat(runner.run(machine, command).exit()).isEqualTo(new Exit.Status(1));
        assertThat(runner.ran()).containsExactly(new RecordedRunner.Ran(machine, command));
    }

    @Test
    void filesComeBackAsTheyWent() {
        var runner = new RecordedRunner();
        var copy = new ByteArrayOutputStream();

        runner.upload(machine, new ByteArrayInputStream(new byte[] {1, 2}), 2, "/file", 0600);
        runner.download(machine, "/file", copy, 2);

        assertThat(copy.toByteArray()).containsExactly(1, 2);
        assertThatThrownBy(() -> runner.download(machine, "/none", copy, 2))
                .isInstanceOf(MachineFault.TransferFailed.class);
    }
}
