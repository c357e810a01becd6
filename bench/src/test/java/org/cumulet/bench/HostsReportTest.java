package org.cumulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostsReportTest {

    private final HostsReport report = new HostsReport(
            new Machine(2, 0.5),
            200,
            List.of(
                    new HostsReport.Run("facts", 200, 0, 3, 3),
                    new HostsReport.Run("preflight", 190, 10, 8, 20),
                    new HostsReport.Run("facts", 200, 0, 5, 5)),
            Map.of("java", 300.0));

    @Test
    void showsEveryThingThatWasDoneOnce() {
        var text = new ByteArrayOutputStream();
        report.print(new PrintStream(text, true, StandardCharsets.UTF_8));
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("3.0 / 5.0 / 5.0", "8.0 / 8.0 / 8.0", "20.0 / 20.0 / 20.0", "200 hosts", "300 MiB")
                .containsOnlyOnce("facts ");
    }

    @Test
    void isAFailureWhenAHostDidNotComeToAGoodEnd() {
        assertThat(report.hasFailures()).isTrue();
    }
}
