package org.cumulet.image.format;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Real images, made by QEMU's own tool.
final class QemuImg {

    private QemuImg() {}

    static Path create(Path folder, String format, String size, String... options) {
        var image = folder.resolve("image." + format);
        var command = new ArrayList<>(List.of("qemu-img", "create", "-q", "-f", format));
        command.addAll(List.of(options));
        command.addAll(List.of(image.toString(), size));
        run(command);
        return image;
    }

    static Path convert(Path source, String format, String... options) {
        var image = source.resolveSibling("converted." + format);
        var command = new ArrayList<>(List.of("qemu-img", "convert", "-f", "raw", "-O", format));
        command.addAll(List.of(options));
        command.addAll(List.of(source.toString(), image.toString()));
        run(command);
        return image;
    }

    static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            abort("LEFT OUT: images made by qemu-img; apt-get install --no-install-recommends qemu-utils");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] beginning(Path image) {
        try (var file = Files.newInputStream(image)) {
            return file.readNBytes(8 << 20);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] bytes(Path image) {
        try {
            return Files.readAllBytes(image);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
