package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    private static final String FINGERPRINT = "SHA256:" + "a".repeat(43);

    @Nested
    class AnAddress {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "localhost",
                    "compute1",
                    "compute-1.example.org",
                    "1and1.example",
                    "10.0.0.1",
                    "255.255.255.255",
                    "::1",
                    "fe80::1",
                    "2001:db8::ff00:42:8329",
                    "2001:0db8:0000:0000:0000:ff00:0042:8329"
                })
        void isAHostNameOrAnIpAddress(String address) {
            assertThat(Grammar.ADDRESS.matches(address)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "x; rm -rf /",
                    "$(reboot)",
                    "`reboot`",
                    "a b",
                    "host\n",
                    "host\nother",
                    "-oProxyCommand=reboot",
                    "-host",
                    "host-",
                    "a..b",
                    ".host",
                    "host/path",
                    "user@host",
                    "host:22",
                    "256.1.1.1",
                    "1.2.3",
                    "1.2.3.4.5",
                    "2130706433",
                    "0x7f000001.1",
                    "0x7f000001",
                    "::1::",
                    ":::",
                    "1:2:3",
                    "fe80::1%eth0",
                    "hôst",
                    "host\0"
                })
        void isNothingElse(String address) {
            assertThat(Grammar.ADDRESS.matches(address)).isFalse();
        }

        @Test
        void isNotEndless() {
            assertThat(Grammar.ADDRESS.matches("a.".repeat(127) + "a")).isFalse();
            assertThat(Grammar.ADDRESS.matches("a".repeat(64))).isFalse();
        }
    }

    @Nested
    class AMachine {
        @ParameterizedTest
        @ValueSource(strings = {"", "-oProxyCommand=x", "root;id", "root\n", "Root", "a b", "$(id)"})
        void hasAUserNameThatIsNothingElse(String user) {
            assertThatIllegalArgumentException().isThrownBy(() -> Machine.ssh("id", "host", 22, user, FINGERPRINT));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "MD5:aa:bb", "SHA256:short", "SHA256:" + "                                           "})
        void hasAFingerprintThatIsOne(String fingerprint) {
            assertThatIllegalArgumentException().isThrownBy(() -> Machine.ssh("id", "host", 22, "root", fingerprint));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 65536})
        void hasAPortThatIsOne(int port) {
            assertThatIllegalArgumentException().isThrownBy(() -> Machine.ssh("id", "host", port, "root", FINGERPRINT));
        }
    }
}
