package org.cumulet.identity.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealerTest {

    private final Sealer sealer = new Sealer("a secret key");
    private final byte[] open = "what must not lie open".getBytes(UTF_8);

    @Test
    void whatWasSealedIsOpenedByTheSameKey() {
        var sealed = sealer.seal(open);
        assertThat(new String(sealed, UTF_8)).doesNotContain("open");
        assertThat(sealer.seal(open)).isNotEqualTo(sealed);
        assertThat(new Sealer("a secret key").open(sealed)).isEqualTo(open);
    }

    @Test
    void anotherKeyOpensNothingAndSaysWhatToDo() {
        var sealed = sealer.seal(open);
        assertThatThrownBy(() -> new Sealer("another").open(sealed))
                .hasMessageContaining("cumulet.secret-key")
                .hasMessageContaining("put the old one back");
    }

    @Test
    void whatWasTamperedWithIsNotOpened() {
        var sealed = sealer.seal(open);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealer.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPrintTellsWhetherASecretChangedAndNothingElse() {
        assertThat(sealer.print("one")).isEqualTo(sealer.print("one")).isNotEqualTo(sealer.print("two"));
        assertThat(sealer.print("one")).isNotEqualTo(new Sealer("another").print("one"));
    }
}
