package org.cumulet.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps the beginning of what a command says and counts the rest. One that says far too much is reported, once.
final class Listener extends OutputStream {

    private static final long PATIENCE = 16;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private final Runnable enough;
    private long heard;

    Listener(int limit, Runnable enough) {
        this.limit = limit;
        this.enough = enough;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.min(length, limit - kept.size()));
        var before = heard;
        heard += length;
        if (before <= PATIENCE * limit && heard > PATIENCE * limit) {
            enough.run();
        }
    }

    synchronized boolean truncated() {
        return heard > limit;
    }

    synchronized boolean flooded() {
        return heard > PATIENCE * limit;
    }

    synchronized long heard() {
        return heard;
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
