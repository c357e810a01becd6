package org.cumulet.blobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/// A process of its own that receives bytes until it is killed.
public final class OtherProcess {

    private OtherProcess() {}

    /// Returns once it holds the file.
    public static Process receiving(Path file) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() != '!') {
            throw new IOException("It did not start");
        }
        return process;
    }

    /// The process itself. It ends when it is killed or its starter is gone.
    public static void main(String[] file) throws IOException {
        try (var incoming = new Incoming(UUID.randomUUID(), Path.of(file[0]), () -> {})) {
            incoming.write(new byte[10], 10);
            System.out.print('!');
            System.out.flush();
            while (System.in.read() >= 0) {
                // whatever is said
            }
        }
    }
}
