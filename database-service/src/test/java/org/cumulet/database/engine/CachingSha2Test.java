package org.cumulet.database.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CachingSha2Test {

    /// As a MySQL 8.0.15 has kept it.
    @Test
    void isWhatTheServerKeepsOfAPassword() {
        var salt = "ja%\" |}NQ-{1d;f\b\u0019fR8";
        assertThat(CachingSha2.of("x1", salt))
                .isEqualTo("$A$005$" + salt + "W2NkGbejFA4jC3WL56YWBSOxpwe4XOyLJjsYjwXM7g5");
    }

    @Test
    void isNeverTheSameTwice() {
        assertThat(CachingSha2.of("x1")).hasSize(70).isNotEqualTo(CachingSha2.of("x1"));
    }
}
