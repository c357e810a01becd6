package org.cumulet.identity.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /// `12345678901234567890`, of the test vectors of RFC 6238.
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void isTheOneOfTheStandard(long second, String passcode) {
        assertThat(Totp.passcode(SECRET, Instant.ofEpochSecond(second))).isEqualTo(passcode);
    }

    @Test
    void isGoodInItsHalfMinuteAndTheNext() {
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(59))).contains(1L);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(89))).contains(1L);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(90))).isEmpty();
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(29))).isEmpty();
    }

    @Test
    void readsSecretsAsPeopleWriteThem() {
        assertThat(Totp.passcode("gezd gnbv gy3t qojq gezd gnbv gy3t qojq====", Instant.ofEpochSecond(59)))
                .isEqualTo("287082");
    }
}
