package org.cumulet.compute.hypervisor.libvirt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.awaitility.Awaitility;
import org.cumulet.compute.hypervisor.Guest;
import org.cumulet.compute.hypervisor.Guest.Card;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Samples;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.compute.hypervisor.image.ImageSource;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandResult;
import org.cumulet.ssh.MachineFault;
import org.cumulet.ssh.RecordedRunner;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/// What is asked of a host, and what its answers mean.
class LibvirtHypervisorTest {

    private static final ImageSource IMAGES = image -> new ByteArrayInputStream(Samples.BYTES);

    private final Host host = Samples.host();
    private final DiskImage image = Samples.image();

    private static LibvirtHypervisor on(RecordedRunner runner) {
        return new LibvirtHypervisor(runner, IMAGES);
    }

    private static RecordedRunner saying(String answer) {
        return new RecordedRunner((machine, command) -> CommandResult.said(answer));
    }

    private static RecordedRunner ending(int status, String complaint) {
        return new RecordedRunner((machine, command) -> CommandResult.failed(status, complaint));
    }

    private static Command last(RecordedRunner runner) {
        return runner.ran().getLast().command();
    }

    @Nested
    class BootingAGuest {

        @Test
        void handsOverValuesAsArgumentsNeverAsShell() {
            var runner = new RecordedRunner();
            var guest = Samples.guest(image, 5);

            on(runner).boot(host, guest);

            var folder = "/var/lib/cumulet/instances/" + guest.id();
            var argv = last(runner).argv();
            assertThat(argv.subList(argv.indexOf("--") + 1, argv.size()))
                    .hasSize(7)
                    .contains(
                            "instance-" + guest.id(),
                            folder,
                            folder + "/disk.qcow2",
                            "/var/lib/cumulet/images/" + image.hash() + ".qcow2",
                            "qcow2",
                            "5G");
            assertThat(last(runner).input()).doesNotContain(guest.id().toString());
        }

        @Test
        void alwaysNamesTheFormatOfImages() {
            var runner = new RecordedRunner();

            on(runner).boot(host, Samples.guest(image, 5));

            assertThat(last(runner).input()).contains("-f qcow2", "-F \"$6\"");
        }

        @Test
        void bringsItsConfigDriveFirst() {
            var runner = new RecordedRunner();
            var guest = Samples.guest(image, 5);

            on(runner).boot(host, guest);

            var drive = runner.file(host.machine(), "/var/lib/cumulet/instances/" + guest.id() + "/config.iso");
            assertThat(drive).isNotNull();
            assertThat(new String(drive, UTF_8)).contains("config-2", "ssh-ed25519 AAAA me");
        }

        @Test
        void isRefusedWhenTheImageDoesNotFitTheFlavorsDisk() {
            assertThatThrownBy(() -> on(new RecordedRunner()).boot(host, Samples.guest(image, 1)))
                    .isInstanceOf(StepFailed.class)
                    .hasMessage("The image needs a disk of 2 GiB and the flavor has 1 GiB");
        }

        @Test
        void takesTheImagesSizeWhenTheFlavorHasNone() {
            var runner = new RecordedRunner();

            on(runner).boot(host, Samples.guest(image, 0));

            assertThat(last(runner).argv().getLast()).isEmpty();
        }
    }

    @Nested
    class ADomain {

        private Element xml(Guest guest, Host.Virtualisation virtualisation) throws Exception {
            var text = DomainXml.of(Samples.host(virtualisation), guest);
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(UTF_8)))
                    .getDocumentElement();
        }

        private String attribute(Element domain, String element, int index, String attribute) {
            return ((Element) domain.getElementsByTagName(element).item(index)).getAttribute(attribute);
        }

        @Test
        void isWhatTheServerIs() throws Exception {
            var guest = Samples.guest(image, 5);
            var domain = xml(guest, Host.Virtualisation.QEMU);

            assertThat(domain.getAttribute("type")).isEqualTo("qemu");
            assertThat(domain.getElementsByTagName("name").item(0).getTextContent())
                    .isEqualTo("instance-" + guest.id());
            assertThat(domain.getElementsByTagName("uuid").item(0).getTextContent())
                    .isEqualTo(guest.id().toString());
            assertThat(domain.getElementsByTagName("memory").item(0).getTextContent())
                    .isEqualTo("512");
            assertThat(domain.getElementsByTagName("vcpu").item(0).getTextContent())
                    .isEqualTo("2");
        }

        @Test
        void usesTheVirtualisationThatWorks() throws Exception {
            assertThat(xml(Samples.guest(image, 5), Host.Virtualisation.KVM).getAttribute("type"))
                    .isEqualTo("kvm");
        }

        @Test
        void hasItsConfigDriveOnScsiSinceCloudKernelsKnowNoIde() throws Exception {
            var domain = xml(Samples.guest(image, 5), Host.Virtualisation.QEMU);

            assertThat(attribute(domain, "target", 1, "bus")).isEqualTo("scsi");
            assertThat(attribute(domain, "controller", 0, "model")).isEqualTo("virtio-scsi");
        }

        @Test
        void isPluggedIntoItsBridge() throws Exception {
            var domain = xml(Samples.guest(image, 5), Host.Virtualisation.QEMU);

            assertThat(attribute(domain, "source", 2, "bridge")).isEqualTo("brcum12345678");
            assertThat(attribute(domain, "mac", 0, "address")).isEqualTo("fa:16:3e:00:00:01");
            assertThat(attribute(domain, "target", 2, "dev")).isEqualTo("tapb1f3a9c4-58");
        }

        @Test
        void showsItsScreenToTheHostOnly() throws Exception {
            var domain = xml(Samples.guest(image, 5), Host.Virtualisation.QEMU);

            assertThat(attribute(domain, "graphics", 0, "listen")).isEqualTo("127.0.0.1");
        }

        @Test
        void cannotHaveCardsThatAreNone() {
            assertThatThrownBy(() -> new Card("fa:16:3e:00:00:01", "br0'/><x", "tap0"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Card("fa:16:3e:00:00:01", "br0", "-oProxy"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Card("nonsense", "br0", "tap0")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class AnImage {

        @Test
        void isBroughtOnceHoweverManyWaitForIt() throws Exception {
            var opened = new AtomicInteger();
            var gate = new CountDownLatch(1);
            var runner = new RecordedRunner();
            var hypervisor = new LibvirtHypervisor(runner, asked -> {
                opened.incrementAndGet();
                await(gate);
                return new ByteArrayInputStream(Samples.BYTES);
            });
            try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
                var fetches = IntStream.range(0, 20)
                        .mapToObj(i -> all.submit(() -> hypervisor.fetch(host, image)))
                        .toList();
                Awaitility.await().until(() -> opened.get() == 1);
                gate.countDown();
                for (var fetch : fetches) {
                    fetch.get();
                }
            }

            assertThat(opened.get()).isLessThan(3); // whoever comes after the delivery looks for himself
            assertThat(runner.file(host.machine(), "/var/lib/cumulet/images/" + image.fileName()))
                    .isEqualTo(Samples.BYTES);
        }

        @Test
        void thatIsThereIsNotBroughtAgain() {
            var runner = saying("there\n");
            var hypervisor = new LibvirtHypervisor(runner, asked -> {
                throw new IOException("nobody should ask");
            });

            hypervisor.fetch(host, image);

            assertThat(runner.ran()).hasSize(1);
        }

        @Test
        void withOtherBytesThanPromisedNeverAppears() {
            var runner = new RecordedRunner();
            var hypervisor = new LibvirtHypervisor(
                    runner, asked -> new ByteArrayInputStream("THE BYTES of an image".getBytes(UTF_8)));

            assertThatThrownBy(() -> hypervisor.fetch(host, image)).isInstanceOf(Retry.class);
            assertThat(runner.file(host.machine(), "/var/lib/cumulet/images/" + image.fileName()))
                    .isNull();
        }

        private static void await(CountDownLatch gate) throws IOException {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @Nested
    class AnAnswer {

        private final UUID server = UUID.fromString("6c5c2b1e-7a9b-4b7e-9a52-0d9e2f6c1a01");

        @Test
        void tellsWhetherAGuestRuns() {
            assertThat(on(saying("running\n")).state(host, server)).isEqualTo(GuestState.RUNNING);
            assertThat(on(saying("paused\n")).state(host, server)).isEqualTo(GuestState.RUNNING);
            assertThat(on(saying("shut off\n")).state(host, server)).isEqualTo(GuestState.OFF);
            assertThat(on(saying("crashed\n")).state(host, server)).isEqualTo(GuestState.OFF);
            assertThat(on(saying("absent\n")).state(host, server)).isEqualTo(GuestState.ABSENT);
        }

        @Test
        void tellsOurGuestsFromOthers() {
            var list = """
                     1    instance-6c5c2b1e-7a9b-4b7e-9a52-0d9e2f6c1a01   running
                     -    instance-b1f3a9c4-58c7-4f55-8a2e-3a5d0c9e7f11   shut off
                     7    somebodys-own-machine                           running
                     -    instance-00000001                               shut off
                    """;

            assertThat(on(saying(list)).guests(host))
                    .containsOnly(
                            Map.entry(server, GuestState.RUNNING),
                            Map.entry(UUID.fromString("b1f3a9c4-58c7-4f55-8a2e-3a5d0c9e7f11"), GuestState.OFF));
        }

        @Test
        void thatLibvirtIsAwayMayPass() {
            assertThatThrownBy(() -> on(ending(75, "failed to connect")).destroy(host, server))
                    .isInstanceOf(Retry.class);
        }

        @Test
        void thatACommandFailedDoesNotPass() {
            assertThatThrownBy(() -> on(ending(1, "no such file")).start(host, server))
                    .isInstanceOfSatisfying(StepFailed.class, failed -> {
                        assertThat(failed.reason()).isEqualTo("The host could not start the server");
                        assertThat(failed.details()).contains("compute1", "no such file");
                    });
        }

        @Test
        void thatNeverComesMayComeLater() {
            var runner = new RecordedRunner((machine, command) -> {
                throw new MachineFault.Unreachable(machine, "connection refused", null);
            });

            assertThatThrownBy(() -> on(runner).state(host, server))
                    .isInstanceOfSatisfying(
                            Retry.class, retry -> assertThat(retry.details()).contains("connection refused"));
        }
    }

    @Test
    void aConsoleIsReadFromItsEnd() {
        var runner = saying("ready\n");
        var guest = UUID.randomUUID();

        assertThat(on(runner).console(host, guest, 30)).isEqualTo("ready\n");
        assertThat(last(runner).argv()).endsWith("/var/log/libvirt/qemu/instance-" + guest + ".console", "30");
        on(runner).console(host, guest, -1);
        assertThat(List.of(last(runner).argv().getLast())).containsExactly("+1");
    }
}
