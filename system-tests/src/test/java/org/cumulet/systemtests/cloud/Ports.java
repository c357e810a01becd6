package org.cumulet.systemtests.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports for a cloud: its own, and those beside it that its parts take.
final class Ports {

    private static final int[] BESIDE = {0, 21, 22, 23, 24, 25, 1012};

    private Ports() {}

    /// Below the range that the kernel hands out by itself.
    static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(12_000, 30_000))
                .limit(100)
                .filter(port -> IntStream.of(BESIDE).allMatch(above -> isFree(port + above)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
