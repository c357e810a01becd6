package org.cumulet.ssh;

import java.io.InputStream;
import java.io.OutputStream;

/// Runs commands on machines and moves files to and from them. What cannot be done is a [MachineFault].
public interface CommandRunner extends AutoCloseable {

    /// Runs a command to its end, however it ends: see [CommandResult#orThrow].
    CommandResult run(Machine machine, Command command);

    /// Streams a file to a machine. It appears under its name at once and whole, or not at all.
    ///
    /// @param size how many bytes there must be, or -1 if that is not known
    /// @param mode permissions, as in `0600`
    void upload(Machine machine, InputStream bytes, long size, String path, int mode);

    /// Streams a file from a machine; one that is longer than the limit is refused.
    void download(Machine machine, String path, OutputStream bytes, long limit);

    /// Says goodbye to all machines.
    @Override
    void close();
}
