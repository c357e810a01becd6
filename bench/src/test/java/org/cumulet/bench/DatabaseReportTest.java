package org.cumulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseReportTest {

    private final DatabaseReport report = new DatabaseReport(
            new Machine(2, 0.5),
            List.of(
                    new DatabaseReport.Run("maria", "mariadb", 100, 60, 2000, 50, 900, 0),
                    new DatabaseReport.Run("maria", "mariadb", 100, 40, 1000, 100, 700, 0),
                    new DatabaseReport.Run("maria", "mariadb", 100, 50, 4000, 25, 800, 1),
                    new DatabaseReport.Run("postgres", "postgresql", 100, 45, 5000, 20, 600, 0)));

    @Test
    void showsMinimumMedianAndMaximumOfEveryEngine() {
        var text = new ByteArrayOutputStream();
        report.print(new PrintStream(text, true, StandardCharsets.UTF_8));
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains(
                        "40 / 50 / 60",
                        "1000 / 2000 / 4000",
                        "25 / 50 / 100",
                        "700 / 800 / 900",
                        "20 / 20 / 20",
                        "load average at the start 0.5");
    }

    @Test
    void isAFailureWhenADatabaseWasNotMade() {
        assertThat(report.hasFailures()).isTrue();
    }
}
