package org.cumulet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Runs commands on this very machine.
final class LocalRunner implements CommandRunner {

    @Override
    public CommandResult run(Machine machine, Command command) {
        LocalProcess process;
        try {
            process = LocalProcess.start(command);
        } catch (IOException e) {
            throw new MachineFault.Unreachable(machine, "no command can be started there", e);
        }
        try {
            return process.finish();
        } catch (InterruptedException e) {
            process.kill();
            Thread.currentThread().interrupt();
            throw new MachineFault.Lost(machine, "interrupted", e);
        }
    }

    @Override
    public void upload(Machine machine, InputStream bytes, long size, String path, int mode) {
        var transfer = Transfer.of(machine, path);
        var unfinished = Path.of(transfer.unfinished(UUID.randomUUID().toString()));
        try {
            try {
                write(transfer, bytes, size, unfinished, mode);
                Files.move(unfinished, Path.of(path), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw transfer.failed(e);
        }
    }

    private static void write(Transfer transfer, InputStream bytes, long size, Path file, int mode) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var closed = PosixFilePermissions.asFileAttribute(
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        try (var channel = FileChannel.open(file, options, closed)) {
            transfer.copy(bytes, Channels.newOutputStream(channel), size);
            Files.setPosixFilePermissions(file, permissions(mode));
            channel.force(true);
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (var permission : PosixFilePermission.values()) {
            if ((mode & (0400 >> permission.ordinal())) != 0) {
                permissions.add(permission);
            }
        }
        return permissions;
    }

    @Override
    public void download(Machine machine, String path, OutputStream bytes, long limit) {
        var transfer = Transfer.of(machine, path);
        try (var file = Files.newInputStream(Path.of(path))) {
            transfer.copyWithin(file, bytes, limit);
        } catch (IOException e) {
            throw transfer.failed(e);
        }
    }

    @Override
    public void close() {}
}
