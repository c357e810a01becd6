package org.cumulet.image.format;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntSupplier;

/// One image, looked at in pieces of different sizes: what comes out may not depend on them.
final class Looks {

    static final long TERABYTE = 1L << 40;

    /// Headers are in front; behind them only the last few bytes matter.
    private static final int FRONT = 320 * 1024;

    private Looks() {}

    static OptionalLong at(byte[] image, DiskFormat declared) {
        return at(image, new Expectation(declared, false, TERABYTE));
    }

    static OptionalLong at(byte[] image, Expectation expectation) {
        var random = new Random(image.length);
        var outcomes = List.of(
                outcome(image, expectation, () -> image.length),
                outcome(image, expectation, () -> 1),
                outcome(image, expectation, () -> 1 + random.nextInt(700)),
                outcome(image, expectation, () -> 65536));
        if (outcomes.stream().map(Outcome::size).distinct().count() != 1) {
            throw new AssertionError("The outcome depends on how the bytes are split: " + outcomes);
        }
        return outcomes.getFirst().orThrow();
    }

    private static Outcome outcome(byte[] image, Expectation expectation, IntSupplier pieces) {
        try {
            return new Outcome(pass(image, new Inspector(expectation), pieces), null);
        } catch (RefusedImage refused) {
            return new Outcome(OptionalLong.of(-1), refused);
        }
    }

    private static OptionalLong pass(byte[] image, Inspector inspector, IntSupplier pieces) {
        for (var at = 0; at < image.length; ) {
            var isBoring = at > FRONT && at < image.length - 4096;
            var length = isBoring ? image.length - 4096 - at : Math.min(pieces.getAsInt(), image.length - at);
            inspector.pass(image, at, length);
            at += length;
        }
        return inspector.end();
    }

    private record Outcome(OptionalLong size, RefusedImage refused) {

        OptionalLong orThrow() {
            if (refused != null) {
                throw refused;
            }
            return size;
        }
    }
}
