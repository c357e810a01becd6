package org.cumulet.network.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Nested
    class AnAddress {
        @ParameterizedTest
        @CsvSource({
            "10.0.0.1, 10.0.0.1",
            "255.255.255.255, 255.255.255.255",
            "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
            "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
            "::, ::",
            "::1, ::1",
            "fe80::, fe80::",
            "1:0:0:2:0:0:0:3, 1:0:0:2::3",
            "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
            "0:0:1:0:0:2:0:0, ::1:0:0:2:0:0",
        })
        void isWrittenInOneWay(String given, String written) {
            assertThat(Ip.of(given)).hasToString(written);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "10.0.0",
                    "10.0.0.256",
                    "010.0.0.1",
                    "10.0.0.1 ",
                    "10.0.0.1\n",
                    "0x0a000001",
                    "167772161",
                    "host",
                    "::ffff:10.0.0.1",
                    "::ffff:a00:1",
                    "fe80::1%eth0",
                    "1::2::3",
                    ":::",
                    "[::1]",
                    "10.0.0.1/32"
                })
        void isNothingElse(String text) {
            assertThat(Ip.parse(text)).isEmpty();
        }

        @Test
        void isInOrderAsANumber() {
            assertThat(Ip.of("10.0.0.255").next()).isEqualTo(Ip.of("10.0.1.0"));
            assertThat(Ip.of("10.0.1.0").previous()).isEqualTo(Ip.of("10.0.0.255"));
            assertThat(Ip.of("9.255.255.255")).isLessThan(Ip.of("10.0.0.0"));
            assertThat(Ip.of("200.0.0.0")).isGreaterThan(Ip.of("100.0.0.0"));
        }
    }

    @Nested
    class ARange {
        @Test
        void dropsHostBits() {
            assertThat(Cidr.of("10.0.0.77/24")).hasToString("10.0.0.0/24");
            assertThat(Cidr.of("2001:db8::77/64")).hasToString("2001:db8::/64");
        }

        @ParameterizedTest
        @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/", "10.0.0.0", "::/129", "/24"})
        void isNothingElse(String text) {
            assertThat(Cidr.parse(text)).isEmpty();
        }

        @Test
        void knowsItsEndsAndItsMask() {
            assertThat(Cidr.of("10.0.0.0/22").last()).isEqualTo(Ip.of("10.0.3.255"));
            assertThat(Cidr.of("10.0.0.0/22").netmask()).isEqualTo(Ip.of("255.255.252.0"));
            assertThat(Cidr.of("0.0.0.0/0").last()).isEqualTo(Ip.of("255.255.255.255"));
        }

        @Test
        void leavesItsEndsOutWhereItIsLargeEnough() {
            assertThat(Cidr.of("10.0.0.0/24").hosts()).hasToString("10.0.0.1-10.0.0.254");
            assertThat(Cidr.of("10.0.0.0/31").hosts()).hasToString("10.0.0.0-10.0.0.1");
            assertThat(Cidr.of("2001:db8::/64").hosts()).hasToString("2001:db8::1-2001:db8::ffff:ffff:ffff:ffff");
        }

        @Test
        void overlapsWhatItSharesAddressesWith() {
            assertThat(Cidr.of("10.0.0.0/8").overlaps(Cidr.of("10.9.0.0/16"))).isTrue();
            assertThat(Cidr.of("10.9.0.0/16").overlaps(Cidr.of("10.0.0.0/8"))).isTrue();
            assertThat(Cidr.of("10.0.0.0/24").overlaps(Cidr.of("10.0.1.0/24"))).isFalse();
            assertThat(Cidr.of("0.0.0.0/0").overlaps(Cidr.of("::/0"))).isFalse();
        }
    }

    @Nested
    class APool {
        private final IpRange pool = new IpRange(Ip.of("10.0.0.1"), Ip.of("10.0.0.3"));

        @Test
        void isSplitByTheGateway() {
            assertThat(pool.without(Ip.of("10.0.0.1"))).hasToString("[10.0.0.2-10.0.0.3]");
            assertThat(pool.without(Ip.of("10.0.0.2"))).hasToString("[10.0.0.1-10.0.0.1, 10.0.0.3-10.0.0.3]");
            assertThat(pool.without(Ip.of("10.0.0.9"))).isEqualTo(List.of(pool));
        }

        @Test
        void doesNotRunBackwards() {
            assertThatThrownBy(() -> new IpRange(Ip.of("10.0.0.3"), Ip.of("10.0.0.1")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class AHardwareAddress {
        @Test
        void isInLowerCase() {
            assertThat(Mac.parse("FA:16:3E:00:AB:01")).hasValue(new Mac("fa:16:3e:00:ab:01"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "fa:16:3e:00:ab",
                    "fa-16-3e-00-ab-01",
                    "01:00:5e:00:00:01",
                    "ff:ff:ff:ff:ff:ff",
                    "00:00:00:00:00:00",
                    "fa:16:3e:00:ab:01\n",
                    "fa:16:3e:00:ab:0g"
                })
        void isNothingThatNoInterfaceHas(String text) {
            assertThat(Mac.parse(text)).isEmpty();
        }

        @Test
        void makesAnAddressForItsLink() {
            assertThat(new Mac("fa:16:3e:00:ab:01").linkLocal()).hasToString("fe80::f816:3eff:fe00:ab01");
        }
    }
}
