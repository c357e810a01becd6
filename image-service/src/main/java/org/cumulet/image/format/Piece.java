package org.cumulet.image.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// A few bytes of an image and where in it they begin.
final class Piece {

    private final long offset;
    private final byte[] bytes;

    Piece(long offset, byte[] bytes) {
        this.offset = offset;
        this.bytes = bytes;
    }

    long offset() {
        return offset;
    }

    long end() {
        return offset + bytes.length;
    }

    int length() {
        return bytes.length;
    }

    boolean has(int at, byte[] expected) {
        return Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }

    int u8(int at) {
        return bytes[at] & 0xff;
    }

    long bigU32(int at) {
        return Integer.toUnsignedLong(big().getInt(at));
    }

    long big64(int at) {
        return big().getLong(at);
    }

    int u16(int at) {
        return Short.toUnsignedInt(little().getShort(at));
    }

    long u32(int at) {
        return Integer.toUnsignedLong(little().getInt(at));
    }

    long i64(int at) {
        return little().getLong(at);
    }

    /// A GUID as Microsoft stores it: the first three groups are little-endian.
    UUID guid(int at) {
        var high = (u32(at) << 32) | ((long) u16(at + 4) << 16) | u16(at + 6);
        return new UUID(high, big64(at + 8));
    }

    boolean isZero(int from, int to) {
        for (var at = from; at < to; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer big() {
        return ByteBuffer.wrap(bytes);
    }

    private ByteBuffer little() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
