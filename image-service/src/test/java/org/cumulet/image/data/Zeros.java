package org.cumulet.image.data;

import java.io.InputStream;
import java.util.Arrays;

/// Very many bytes that need no memory.
final class Zeros extends InputStream {

    private long left;

    Zeros(long length) {
        this.left = length;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        var read = (int) Math.min(left, length);
        Arrays.fill(buffer, offset, offset + read, (byte) 0);
        left -= read;
        return read;
    }
}
