package org.cumulet.compute.hypervisor.libvirt;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.compute.hypervisor.Guest;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.compute.hypervisor.image.ImageSource;
import org.cumulet.events.Service;
import org.cumulet.saga.StepFailed;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.MachineFault;

/// Guests under libvirt: what operators know and can inspect with virsh.
@Singleton
@Typed(LibvirtHypervisor.class)
public class LibvirtHypervisor implements Hypervisor {

    private static final Duration QUICK = Duration.ofSeconds(30);
    private static final Duration SLOW = Duration.ofMinutes(2);
    private static final int OWNER_ONLY = 0600;
    private static final Pattern LINE = Pattern.compile(
            "^ *(?:[0-9]+|-) +instance-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) +(.*\\S) *$", Pattern.MULTILINE);

    /// `$1` domain, `$2` its XML, `$3` folder, `$4` disk, `$5` image, `$6` the image's format, `$7` size or nothing.
    ///
    /// Beside an image is a folder with a file for every guest whose disk grows out of it.
    private static final String BOOT = """
            alone "$1"
            if [ "$(virsh domstate "$1" 2>/dev/null || true)" = running ]; then exit 0; fi
            if [ ! -e "$4" ]; then
              mkdir -p "$5.users"
              : > "$5.users/$1"
              qemu-img create -q -f qcow2 -b "$5" -F "$6" "$4.unfinished" ${7:+"$7"}
              mv "$4.unfinished" "$4"
            fi
            printf '%s' "$2" > "$3/domain.xml"
            virsh "define $3/domain.xml; start $1" >/dev/null
            """;

    /// `$1` domain.
    private static final String START = """
            alone "$1"
            case "$(virsh domstate "$1")" in
              running) ;;
              paused) virsh resume "$1" >/dev/null ;;
              *) virsh start "$1" >/dev/null ;;
            esac
            """;

    private static final String SHUT_DOWN = """
            alone "$1"
            if [ "$(virsh domstate "$1")" = running ]; then virsh shutdown "$1" >/dev/null; fi
            """;

    private static final String POWER_OFF = """
            alone "$1"
            if [ "$(virsh domstate "$1")" != "shut off" ]; then virsh destroy "$1" >/dev/null; fi
            """;

    /// `$1` domain, `$2` folder, `$3` console log, `$4` folder of images.
    private static final String DESTROY = """
            alone "$1"
            if exists "$1"; then
              virsh destroy "$1" >/dev/null 2>&1 || true
              virsh undefine "$1" >/dev/null
            fi
            rm -rf -- "$2"
            rm -f -- "$3" "$3".[0-9]* "$4"/*.users/"$1" "/run/lock/cumulet-$1.lock"
            """;

    private static final String STATE = """
            if exists "$1"; then virsh domstate "$1"; else echo absent; fi
            """;

    /// `$1` console log, `$2` what `tail` shall count.
    private static final String CONSOLE = """
            if [ -e "$1" ]; then tail -c 102400 -- "$1" | tail -n "$2"; fi
            """;

    /// `$1` folder of images, `$2` minutes.
    private static final String REMOVE_UNUSED_IMAGES = """
            if [ ! -d "$1" ]; then exit 0; fi
            find "$1" -maxdepth 1 -type f -mmin "+$2" | while read -r image; do
              if [ ! -e "$image.users" ] || rmdir "$image.users" 2>/dev/null; then rm -f -- "$image"; fi
            done
            """;

    private final CommandRunner runner;
    private final Virsh virsh;
    private final HostImages images;

    LibvirtHypervisor(@Service("compute") CommandRunner runner, ImageSource source) {
        this.runner = runner;
        this.virsh = new Virsh(runner);
        this.images = new HostImages(runner, source);
    }

    @Override
    public void fetch(Host host, DiskImage image) {
        images.fetch(host, image);
    }

    @Override
    public void boot(Host host, Guest guest) {
        mustFit(guest);
        var paths = new Paths(host, guest.id());
        prepare(host, guest, paths);
        virsh.run(
                host,
                "boot the server",
                SLOW,
                BOOT,
                Guest.domain(guest.id()),
                DomainXml.of(host, guest),
                paths.folder(),
                paths.disk(),
                Paths.image(host, guest.image()),
                guest.image().format().text(),
                guest.disk() == 0 ? "" : guest.disk() + "G");
    }

    private static void mustFit(Guest guest) {
        if (guest.disk() != 0 && guest.disk() < guest.image().leastGib()) {
            throw new StepFailed("The image needs a disk of %d GiB and the flavor has %d GiB"
                    .formatted(guest.image().leastGib(), guest.disk()));
        }
    }

    private void prepare(Host host, Guest guest, Paths paths) {
        virsh.run(host, "make a place for the server", QUICK, "mkdir -p -m 0711 \"$1\"", paths.folder());
        guest.drive().ifPresent(drive -> {
            var bytes = drive.image();
            try {
                runner.upload(host.machine(), new ByteArrayInputStream(bytes), bytes.length, paths.drive(), OWNER_ONLY);
            } catch (MachineFault fault) {
                throw Virsh.trouble("take the config drive", fault);
            }
        });
    }

    @Override
    public void start(Host host, UUID guest) {
        virsh.run(host, "start the server", SLOW, START, Guest.domain(guest));
    }

    @Override
    public void shutDown(Host host, UUID guest) {
        virsh.run(host, "shut the server down", QUICK, SHUT_DOWN, Guest.domain(guest));
    }

    @Override
    public void powerOff(Host host, UUID guest) {
        virsh.run(host, "power the server off", QUICK, POWER_OFF, Guest.domain(guest));
    }

    @Override
    public void destroy(Host host, UUID guest) {
        var paths = new Paths(host, guest);
        virsh.run(
                host,
                "remove the server",
                SLOW,
                DESTROY,
                Guest.domain(guest),
                paths.folder(),
                paths.console(),
                Paths.images(host));
    }

    @Override
    public GuestState state(Host host, UUID guest) {
        return meaning(virsh.run(host, "look at the server", QUICK, STATE, Guest.domain(guest)));
    }

    @Override
    public Map<UUID, GuestState> guests(Host host) {
        var found = new HashMap<UUID, GuestState>();
        var lines = LINE.matcher(virsh.run(host, "list its servers", QUICK, "virsh list --all"));
        while (lines.find()) {
            found.put(UUID.fromString(lines.group(1)), meaning(lines.group(2)));
        }
        return found;
    }

    @Override
    public void removeUnusedImages(Host host, Duration unusedFor) {
        var minutes = String.valueOf(unusedFor.toMinutes());
        virsh.run(host, "remove unused images", SLOW, REMOVE_UNUSED_IMAGES, Paths.images(host), minutes);
    }

    @Override
    public String console(Host host, UUID guest, int lines) {
        var console = new Paths(host, guest).console();
        return virsh.run(host, "show the console", QUICK, CONSOLE, console, lines < 0 ? "+1" : String.valueOf(lines));
    }

    /// A guest that is paused or shutting down still holds its memory: it runs.
    private static GuestState meaning(String state) {
        return switch (state.strip()) {
            case "absent" -> GuestState.ABSENT;
            case "shut off", "crashed" -> GuestState.OFF;
            default -> GuestState.RUNNING;
        };
    }
}
