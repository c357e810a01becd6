package org.cumulet.image.data;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// A part of a file.
///
/// @param from its first byte
/// @param length how many
record ByteRange(long from, long length) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// What a `Range` header asks for; nothing if there is none.
    ///
    /// @throws Fault.Other 416, if there is no such part
    static Optional<ByteRange> of(@Nullable String header, long size) {
        if (header == null) {
            return Optional.empty();
        }
        var form = FORM.matcher(header.strip());
        if (!form.matches() || (form.group(1) + form.group(2)).isEmpty()) {
            throw unsatisfiable();
        }
        return Optional.of(
                form.group(1).isEmpty()
                        ? lastOf(size, Long.parseLong(form.group(2)))
                        : between(Long.parseLong(form.group(1)), form.group(2), size));
    }

    private static ByteRange lastOf(long size, long length) {
        var possible = Math.min(size, length);
        return checked(new ByteRange(size - possible, possible), size);
    }

    private static ByteRange between(long from, String to, long size) {
        var last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        return checked(new ByteRange(from, last - from + 1), size);
    }

    private static ByteRange checked(ByteRange range, long size) {
        if (range.length < 1 || range.from >= size) {
            throw unsatisfiable();
        }
        return range;
    }

    /// As `Content-Range` says it.
    String of(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }

    private static Fault unsatisfiable() {
        return new Fault.Other(416, "The Range header asks for no part of this image.");
    }
}
