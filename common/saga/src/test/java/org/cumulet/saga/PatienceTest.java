package org.cumulet.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Which troubles pass, and how long to wait for that.
class PatienceTest {

    @Test
    void whatAStepSaysOfItsTroubleCounts() {
        assertThat(Patience.mayPass(new Retry("later"))).isTrue();
        assertThat(Patience.mayPass(new StepFailed("never", null, new IOException())))
                .isFalse();
    }

    @Test
    void aBrokenLineMayHold() {
        assertThat(Patience.mayPass(new IOException("reset"))).isTrue();
        assertThat(Patience.mayPass(new IllegalStateException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void aDatabaseMayBeBusyNow() {
        assertThat(Patience.mayPass(new SQLException("acquisition timeout"))).isTrue();
        assertThat(Patience.mayPass(new SQLException("deadlock", "40P01"))).isTrue();
        assertThat(Patience.mayPass(new RuntimeException(new SQLException("gone", "08006"))))
                .isTrue();
        assertThat(Patience.mayPass(new SQLException("duplicate key", "23505"))).isFalse();
    }

    @Test
    void aDefectDoesNotGoAway() {
        assertThat(Patience.mayPass(new NullPointerException())).isFalse();
    }

    @Test
    void waitsGrowToAQuarterOfAMinute() {
        assertThat(Patience.wait(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(300));
        assertThat(Patience.wait(3)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        assertThat(Patience.wait(500)).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(18));
    }
}
