package org.cumulet.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The store: `objects/` holds what is kept, `incoming/` what is on its way in.
///
/// Equal bytes are kept once. Who still refers to them is not known here: rows say so.
public class Blobs {

    private final Path objects;
    private final Path incoming;
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    /// @param store the folder; made where it is not there
    public Blobs(Path store) {
        this.objects = store.resolve("objects");
        this.incoming = store.resolve("incoming");
        makeFolder(objects);
        makeFolder(incoming);
    }

    /// A file for bytes that are about to come.
    public Incoming receive(UUID upload) throws IOException {
        ours.add(upload);
        return new Incoming(upload, incoming.resolve(upload.toString()), () -> ours.remove(upload));
    }

    /// Whether somebody who lives, in this process or in another, still receives these bytes.
    public boolean isReceiving(UUID upload) {
        return ours.contains(upload) || !isAbandoned(incoming.resolve(upload.toString()));
    }

    /// Deletes what nobody will ever complete.
    ///
    /// @return how many files that were
    public int reclaimAbandoned() {
        return (int) files(incoming).stream()
                .filter(file -> !isOurs(file))
                .filter(Blobs::isAbandoned)
                .filter(Blobs::delete)
                .count();
    }

    /// Puts bytes that came in completely where they are found by their hash.
    public void keep(Incoming complete, Fingerprint fingerprint) throws IOException {
        var shelf = shelf(fingerprint.sha512());
        makeFolder(shelf);
        Files.move(complete.file(), file(fingerprint.sha512()), StandardCopyOption.ATOMIC_MOVE);
        sync(shelf);
        sync(objects);
    }

    /// The file with these bytes.
    public Path file(String sha512) {
        return shelf(sha512).resolve(sha512);
    }

    /// The hashes of everything that is kept.
    public List<String> hashes() {
        try (var all = Files.walk(objects, 2)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return false if they were gone already
    public boolean remove(String sha512) {
        return delete(file(sha512));
    }

    /// How many bytes fit in.
    public long room() throws IOException {
        return Files.getFileStore(incoming).getUsableSpace();
    }

    private Path shelf(String sha512) {
        return objects.resolve(sha512.substring(0, 2));
    }

    /// The kernel counts locks per process and drops them all with the first file that is closed: so ours stay shut.
    private boolean isOurs(Path file) {
        return ours.stream().anyMatch(upload -> file.endsWith(upload.toString()));
    }

    private static boolean isAbandoned(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException gone) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Predicate.not(Files::isDirectory)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be made".formatted(folder), e);
        }
    }

    /// A rename is on the disk once its folder is.
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
