package org.cumulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report(
            50,
            List.of(
                    new Report.Launch(20, 30, 700, 300, 0),
                    new Report.Launch(20, 50, 900, 100, 1),
                    new Report.Launch(20, 40, 800, 200, 0)),
            Map.of("java", 300.0, "postgres", 50.0));

    @Test
    void showsMinimumMedianAndMaximumOfEverySize() {
        var text = new ByteArrayOutputStream();
        report.print(new PrintStream(text, true, StandardCharsets.UTF_8));
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("30 / 40 / 50", "700 / 800 / 900", "100 / 200 / 300", "350 MiB");
    }

    @Test
    void isAFailureWhenAServerEndedInError() {
        assertThat(report.hasFailures()).isTrue();
    }
}
