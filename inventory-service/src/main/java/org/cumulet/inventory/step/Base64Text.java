package org.cumulet.inventory.step;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Texts on their way to and from the script: `-` is nothing at all, `.` something that is empty.
final class Base64Text {

    private Base64Text() {}

    static String of(String text) {
        return text.isEmpty() ? "." : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String read(String word) {
        return switch (word) {
            case "-" -> null;
            case ".", "" -> "";
            default -> new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
        };
    }
}
