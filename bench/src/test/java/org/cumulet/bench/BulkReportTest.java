package org.cumulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkReportTest {

    @Test
    void showsEveryFigureOfEveryRun() {
        var text = new ByteArrayOutputStream();
        report(0).print(new PrintStream(text, true, StandardCharsets.UTF_8));

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("200", "76", "6312", "31.7", "244", "4841", "1302", "1202")
                .contains("alone it waits 161 and 1593 ms");
    }

    @Test
    void isAFailureWhenAnEventIsMissing() {
        assertThat(report(0).hasFailures()).isFalse();
        assertThat(report(1).hasFailures()).isTrue();
    }

    @Test
    void countsOneInAHundredAsTheRest() {
        assertThat(Neighbour.percentile(List.of(3.0, 1.0, 2.0), 99)).isEqualTo(3.0);
        assertThat(Neighbour.percentile(List.of(), 99)).isZero();
    }

    private static BulkReport report(int missing) {
        return new BulkReport(
                200,
                new Neighbour.Waited(10, 161, 1593),
                List.of(new BulkReport.Run(
                        200,
                        76,
                        6312,
                        31.7,
                        0,
                        13,
                        new Neighbour.Waited(5, 244, 4841),
                        new Events.Told(1202, 1302, 0, missing))));
    }
}
