package org.cumulet.inventory.preflight;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.step.StepName;
import org.jspecify.annotations.Nullable;

/// Whether the machine itself is fit.
record HostChecks(Sight sight) {

    private static final int LITTLE_MEMORY_MB = 256;
    private static final int FULL_PERCENT = 95;
    private static final int OLDEST_LIBVIRT = 7;
    private static final int OLDEST_QEMU = 5;

    Stream<Check> all() {
        var always = Stream.of(login(), disk(), memory(), security());
        return sight.host().is(HostRole.COMPUTE)
                ? Stream.concat(always, Stream.of(virtualization(), hypervisor()))
                : always;
    }

    private Check login() {
        var name = "login";
        return sight.answer("login")
                .map(said -> said.ok()
                        ? Check.ok(name, said.evidence())
                        : Check.failed(
                                name,
                                "The user we log in as is not root and may not become root without a password.",
                                said.evidence(),
                                new Check.Fix(
                                        sight.host().name(),
                                        "echo '%1$s ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/%1$s"
                                                .formatted(said.output()
                                                        .lines()
                                                        .findFirst()
                                                        .orElse("cumulet")))))
                .orElseGet(() -> Check.skipped(name, "The host did not say."));
    }

    private Check disk() {
        var full =
                sight.facts().fileSystems().stream().filter(HostChecks::isFull).toList();
        var evidence = new Check.Evidence(
                "df -P -T -B1",
                sight.facts().fileSystems().stream()
                        .map(each -> "%s %s %s: %d GB, %d GB free"
                                .formatted(each.path(), each.source(), each.type(), each.totalGb(), each.freeGb()))
                        .collect(Collectors.joining("\n")));
        if (full.isEmpty()) {
            return Check.ok("disk", evidence);
        }
        var worst = full.getFirst();
        return Check.failed(
                "disk",
                "The file system at %s is full: of %d GB %d GB are free."
                        .formatted(worst.path(), worst.totalGb(), worst.freeGb()),
                evidence,
                new Check.Fix(sight.host().name(), "du -xh --max-depth=2 %s | sort -h | tail".formatted(worst.path())));
    }

    private static boolean isFull(Facts.FileSystem system) {
        return system.usedPercent() >= FULL_PERCENT;
    }

    private Check memory() {
        var memory = sight.facts().memory();
        var evidence = new Check.Evidence(
                "cat /proc/meminfo",
                "MemTotal: %d MB, MemAvailable: %d MB".formatted(memory.totalMb(), memory.availableMb()));
        return memory.availableMb() >= LITTLE_MEMORY_MB
                ? Check.ok("memory", evidence)
                : Check.failed(
                        "memory",
                        "Of %d MB of memory only %d MB are available."
                                .formatted(memory.totalMb(), memory.availableMb()),
                        evidence,
                        new Check.Fix(sight.host().name(), "ps -eo rss,comm --sort=-rss | head"));
    }

    private Check security() {
        var selinux = sight.answer("selinux").map(Said.Answer::output).orElse("absent");
        var apparmor = sight.answer("apparmor").map(Said.Answer::output).orElse("absent");
        var evidence = new Check.Evidence(
                "getenforce; cat /sys/module/apparmor/parameters/enabled",
                "SELinux: %s\nAppArmor: %s".formatted(selinux, apparmor));
        return selinux.equals("Enforcing")
                ? Check.warning(
                        "security-modules",
                        "SELinux is enforcing: files that servers use need its labels.",
                        evidence,
                        new Check.Fix(
                                sight.host().name(),
                                "semanage fcontext -a -t virt_image_t '/var/lib/cumulet(/.*)?' && restorecon -R"
                                        + " /var/lib/cumulet"))
                : Check.ok("security-modules", evidence);
    }

    private Check virtualization() {
        var found = sight.facts().virtualization();
        var evidence = new Check.Evidence(
                "lscpu; virt-host-validate qemu", found.kvm() ? "KVM works" : String.valueOf(found.whyNotKvm()));
        return found.kvm()
                ? Check.ok("virtualization", evidence)
                : Check.warning(
                        "virtualization",
                        "KVM does not work here, so servers are emulated and slow: %s.".formatted(found.whyNotKvm()),
                        evidence,
                        new Check.Fix(
                                sight.host().name(), "virt-host-validate qemu   # and switch it on in the firmware"));
    }

    private Check hypervisor() {
        var found = sight.facts().virtualization();
        var evidence = new Check.Evidence(
                "virsh --connect qemu:///system version",
                "libvirt %s, QEMU %s".formatted(found.libvirt(), found.qemu()));
        if (sight.complaint() != null || found.libvirt() == null) {
            return Check.failed(
                    "hypervisor",
                    "libvirt does not work: %s."
                            .formatted(sight.complaint() == null ? "it does not say its version" : sight.complaint()),
                    evidence,
                    installation());
        }
        return major(found.libvirt()) < OLDEST_LIBVIRT || major(found.qemu()) < OLDEST_QEMU
                ? Check.failed(
                        "hypervisor",
                        "libvirt %s and QEMU %s are too old: at least %d and %d are needed."
                                .formatted(found.libvirt(), found.qemu(), OLDEST_LIBVIRT, OLDEST_QEMU),
                        evidence,
                        installation())
                : Check.ok("hypervisor", evidence);
    }

    private Check.Fix installation() {
        var command = sight.facts().system().isOfDebian()
                ? "apt-get install --no-install-recommends libvirt-daemon-system libvirt-clients qemu-system-x86 qemu-utils"
                : "dnf install libvirt-daemon-driver-qemu libvirt-client qemu-kvm qemu-img";
        return new Check.Fix(sight.host().name(), command, StepName.LIBVIRT);
    }

    private static int major(@Nullable String version) {
        return version == null || !version.matches("[0-9]{1,4}(\\..*)?")
                ? 0
                : Integer.parseInt(List.of(version.split("\\.")).getFirst());
    }
}
