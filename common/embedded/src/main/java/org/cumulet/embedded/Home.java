package org.cumulet.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder of one embedded server, in the hands of one process at a time.
final class Home implements AutoCloseable {

    private static final long ROOM_TO_START = 128L << 20;

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Makes the folder if need be and locks it; the lock ends with our process, however that ends.
    static Home take(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new EmbeddedException(
                        "%s is in use by another process: stop that one first, or choose another folder."
                                .formatted(folder));
            }
            checkRoom(folder);
            return new Home(folder, lock);
        } catch (AccessDeniedException e) {
            throw new EmbeddedException(
                    "The folder %s is closed to us: start as its owner, or choose another CUMULET_HOME."
                            .formatted(folder),
                    e);
        } catch (IOException e) {
            throw new EmbeddedException("Cannot use the folder %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void checkRoom(Path folder) throws IOException {
        var room = Files.getFileStore(folder).getUsableSpace();
        if (room < ROOM_TO_START) {
            throw new EmbeddedException("The disk under %s is full (%d MiB left, %d needed): make room and start again."
                    .formatted(folder, room >> 20, ROOM_TO_START >> 20));
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Where the server writes what it has to say.
    Log log(String name) throws IOException {
        return Log.at(file(name));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new EmbeddedException("Cannot let go of %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }
}
