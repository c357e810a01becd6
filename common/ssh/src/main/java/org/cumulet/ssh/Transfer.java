package org.cumulet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The moving of one file to or from one machine, and what can be said about it.
record Transfer(Machine machine, String path) {

    private static final int CHUNK = 32 * 1024;

    static Transfer of(Machine machine, String path) {
        if (!path.startsWith("/") || path.endsWith("/") || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a file needs an absolute path");
        }
        return new Transfer(machine, path);
    }

    /// The name a file has until it is whole.
    String unfinished(String mark) {
        var slash = path.lastIndexOf('/') + 1;
        return "%s.%s.%s.part".formatted(path.substring(0, slash), path.substring(slash), mark);
    }

    /// Copies all there is, which must be as much as was announced (-1: nothing was).
    long copy(InputStream from, OutputStream to, long size) {
        try {
            var copied = copyAtMost(from, to, size < 0 ? Long.MAX_VALUE : size);
            if (size >= 0 && copied != size) {
                throw failed("%d bytes were announced and %s came".formatted(size, copied < size ? copied : "more"));
            }
            return copied;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Copies all there is if it is no more than the limit.
    long copyWithin(InputStream from, OutputStream to, long limit) {
        try {
            var copied = copyAtMost(from, to, limit);
            if (copied > limit) {
                throw tooLong(limit);
            }
            return copied;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Returns how many bytes were copied; more than the limit if there are more.
    private static long copyAtMost(InputStream from, OutputStream to, long limit) throws IOException {
        var buffer = new byte[CHUNK];
        long copied = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (read > limit - copied) {
                return limit + 1;
            }
            to.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    MachineFault.TransferFailed tooLong(long limit) {
        return failed("longer than %d bytes".formatted(limit));
    }

    MachineFault.TransferFailed failed(String why) {
        return new MachineFault.TransferFailed(machine, path, why, null);
    }

    MachineFault.TransferFailed failed(IOException e) {
        var why = e.getMessage();
        return new MachineFault.TransferFailed(machine, path, why == null ? e.toString() : why, e);
    }
}
