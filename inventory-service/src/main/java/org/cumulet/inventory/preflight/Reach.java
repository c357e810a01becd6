package org.cumulet.inventory.preflight;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether one host reaches an address of another.
///
/// @param ms how long there and back took; null where it did not get there
/// @param why what came instead
record Reach(
        String from,
        String to,
        String address,
        boolean reached,
        @Nullable Double ms,
        @Nullable String why) {

    private static final Pattern TIME = Pattern.compile("time=([0-9.]+) ms");

    static Reach of(String from, String to, String address, Said.@Nullable Answer answer) {
        if (answer == null) {
            return new Reach(from, to, address, false, null, "%s could not be asked".formatted(from));
        }
        var ping = new Ping(answer);
        var time = TIME.matcher(answer.output());
        return new Reach(
                from,
                to,
                address,
                ping.went(),
                ping.went() && time.find() ? Double.valueOf(time.group(1)) : null,
                ping.went()
                        ? null
                        : ping.refusal()
                                .map(refusal -> "%s says: %s".formatted(refusal.from(), refusal.why()))
                                .orElse("no answer"));
    }
}
