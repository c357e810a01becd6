package org.cumulet.compute.hypervisor.libvirt;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.compute.hypervisor.image.ImageSource;
import org.cumulet.saga.Retry;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.MachineFault;

/// The images on hosts: each is brought once, however many wait for it, and appears only whole and checked.
final class HostImages {

    private static final int READ_ONLY = 0444;

    private record Delivery(String host, String file) {}

    private final CommandRunner runner;
    private final ImageSource source;
    private final Map<Delivery, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

    HostImages(CommandRunner runner, ImageSource source) {
        this.runner = runner;
        this.source = source;
    }

    void fetch(Host host, DiskImage image) {
        var delivery = new Delivery(host.machine().id(), image.fileName());
        var mine = new CompletableFuture<Boolean>();
        var other = underWay.putIfAbsent(delivery, mine);
        if (other != null) {
            join(other);
            return;
        }
        try {
            deliver(host, image);
            mine.complete(true);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(delivery);
        }
    }

    private static void join(CompletableFuture<?> other) {
        try {
            other.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Retry("Interrupted", e);
        }
    }

    private void deliver(Host host, DiskImage image) {
        var path = Paths.image(host, image);
        try {
            if (!isThere(host, path)) {
                upload(host, image, path);
            }
        } catch (MachineFault fault) {
            throw Virsh.trouble("take the image", fault);
        } catch (IOException e) {
            throw new Retry("The image could not be read", e);
        }
    }

    /// Makes the folder at the same time, for the case that it is not. An image that is asked for is not an unused one.
    private boolean isThere(Host host, String path) {
        var script = "mkdir -p \"$1\"; if [ -e \"$2\" ]; then touch \"$2\"; echo there; fi";
        var command = Command.sh(script, Paths.images(host), path).within(Duration.ofSeconds(20));
        return runner.run(host.machine(), command)
                .orThrow(host.machine(), "looking for an image")
                .stdout()
                .contains("there");
    }

    private void upload(Host host, DiskImage image, String path) throws IOException {
        try (var bytes = new CheckedBytes(source.open(image), image.hash())) {
            runner.upload(host.machine(), bytes, image.size(), path, READ_ONLY);
        }
    }
}
