package org.cumulet.inventory.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.host.KnownHosts;
import org.cumulet.inventory.host.Neighbour;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What is declared for recorded hosts.
class DeclarationTest {

    private static final String DEBIAN = "Debian GNU/Linux 12 (bookworm)";
    private static final String ROCKY = "Rocky Linux 9.4 (Blue Onyx)";

    private final Host controller =
            KnownHosts.of("controller", "172.16.1.11", DEBIAN, List.of(HostRole.CONTROLLER, HostRole.GATEWAY));

    private List<Step> declared(Host host, Wish wish) {
        var all = Stream.of(controller, host)
                .distinct()
                .map(each -> new Neighbour(each.name(), each.address(), each.roles()))
                .toList();
        return new Declaration(host, Objects.requireNonNull(host.facts()), all, wish, "pool.ntp.org").steps();
    }

    private static Host compute(String distribution) {
        return KnownHosts.of("compute1", "172.16.1.21", distribution, List.of(HostRole.COMPUTE));
    }

    private static Step step(List<Step> steps, StepName name) {
        return steps.stream().filter(step -> step.name() == name).findFirst().orElseThrow();
    }

    private static String shall(Step step) {
        return String.join("", step.items().stream().map(Item::shall).toList());
    }

    @Nested
    class OfDebian {

        @Test
        void aComputeKnowsTheOthersAndFollowsTheController() {
            var steps = declared(compute(DEBIAN), Wish.everything());

            assertThat(steps)
                    .extracting(Step::name)
                    .containsExactly(
                            StepName.HOSTS_FILE,
                            StepName.TIME,
                            StepName.PACKAGES,
                            StepName.NETWORK_MANAGER,
                            StepName.LIBVIRT);
            assertThat(shall(step(steps, StepName.HOSTS_FILE)))
                    .isEqualTo("172.16.1.11 controller\n172.16.1.21 compute1\n");
            assertThat(shall(step(steps, StepName.TIME))).contains("server 172.16.1.11 iburst prefer\n");
            assertThat(shall(step(steps, StepName.NETWORK_MANAGER))).contains("interface-name:eth1;");
        }

        @Test
        void theGatewayHidesTheNetworkOfTheHostsBehindItsWayOut() {
            var steps = declared(controller, Wish.everything());

            assertThat(shall(step(steps, StepName.SNAT)))
                    .contains("ip saddr 172.16.1.0/24 ip daddr != 172.16.1.0/24 oifname \"eth2\" masquerade");
            assertThat(shall(step(steps, StepName.TIME)))
                    .contains("server pool.ntp.org iburst\nallow 172.16.1.0/24\nlocal stratum 10\n");
        }
    }

    @Nested
    class OfTheRhelFamily {

        @Test
        void packagesServicesAndFilesHaveTheirOtherNames() {
            var steps = declared(compute(ROCKY), Wish.everything());

            assertThat(step(steps, StepName.TIME).items())
                    .contains(
                            new Item.Block("/etc/chrony.conf", "server 172.16.1.11 iburst prefer\n"),
                            new Item.Unit("chronyd.service"));
            assertThat(step(steps, StepName.LIBVIRT).items())
                    .contains(
                            new Item.Packages(
                                    List.of("libvirt-client", "libvirt-daemon-driver-qemu", "qemu-img", "qemu-kvm")),
                            new Item.Unit("virtqemud.socket"));
        }

        @Test
        void storageAndDatabasesGetTheirOwn() {
            var host = KnownHosts.of("s1", "172.16.1.31", ROCKY, List.of(HostRole.STORAGE, HostRole.DATABASE));

            var steps = declared(host, Wish.everything());

            assertThat(step(steps, StepName.ISCSI_TARGET).items()).contains(new Item.Packages(List.of("targetcli")));
            assertThat(step(steps, StepName.MARIADB_CLIENT).items()).contains(new Item.Packages(List.of("mariadb")));
        }
    }

    @Test
    void aBridgeIsDeclaredWhereItIsAskedFor() {
        var wish = new Wish(List.of(StepName.BRIDGE), false, new Wish.Bridge("br-vm", "eth1"), null, false);

        assertThat(declared(compute(DEBIAN), wish))
                .singleElement()
                .satisfies(step -> assertThat(step.items())
                        .contains(new Item.Bridge("br-vm", "eth1", "cumulet-bridge-br-vm.service")));
    }

    @Test
    void aStepThatIsNotForThisHostIsRefused() {
        var wish = new Wish(List.of(StepName.SNAT), false, null, null, false);

        assertThatThrownBy(() -> declared(compute(DEBIAN), wish))
                .hasMessage("The step snat is not for host 'compute1': it is for hosts with the role gateway.");
    }
}
