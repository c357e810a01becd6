package org.cumulet.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs that travel inside our jar, unpacked once per version and user.
final class Unpacked {

    private static final Set<PosixFilePermission> OPEN_FOLDER = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    private Unpacked() {}

    /// PostgreSQL's programs: `bin/`, `lib/`, `share/`.
    static Path postgres(Path runtime) {
        return once(runtime, "postgresql-" + version("postgresql"), Unpacked::untar);
    }

    /// Kafka's jars; the list of them is part of the folder's name.
    static Path kafka(Path runtime) {
        var name = "kafka-%s-%08x".formatted(version("kafka"), kafkaClassPath().hashCode());
        return once(runtime, name, Unpacked::copyJars);
    }

    /// Kafka's jars in the order of its class path: `kafka/a.jar:kafka/b.jar`.
    static String kafkaClassPath() {
        try (var list = resource("kafka.classpath")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String version(String program) {
        try (var file = resource("versions.properties")) {
            var versions = new Properties();
            versions.load(file);
            return versions.getProperty(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder appears under its name only when it is complete, and only one process makes it.
    private static Path once(Path runtime, String name, Unpacking unpacking) {
        var done = runtime.toAbsolutePath().resolve(name);
        if (Files.isDirectory(done)) {
            return done;
        }
        try {
            Files.createDirectories(runtime);
            Files.setPosixFilePermissions(runtime, OPEN_FOLDER);
            return alone(runtime, done, unpacking);
        } catch (IOException e) {
            throw new EmbeddedException(
                    "Cannot unpack %s into %s: %s. Make room or rights there, or choose another folder."
                            .formatted(name, runtime, e.getMessage()),
                    e);
        }
    }

    private static synchronized Path alone(Path runtime, Path done, Unpacking unpacking) throws IOException {
        try (var lock = FileChannel.open(runtime.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            if (!Files.isDirectory(done)) {
                var growing = runtime.resolve(done.getFileName() + ".new");
                delete(growing);
                Files.createDirectories(growing);
                unpacking.into(growing);
                Files.setPosixFilePermissions(growing, OPEN_FOLDER);
                Files.move(growing, done, StandardCopyOption.ATOMIC_MOVE);
            }
            return done;
        }
    }

    private static void untar(Path folder) throws IOException {
        try (var packed = resource("/postgres-linux-x86_64.txz");
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, OPEN_FOLDER);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, executable ? OPEN_FOLDER : readable());
    }

    private static Set<PosixFilePermission> readable() {
        return EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
    }

    private static void copyJars(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("kafka"));
        for (var jar : kafkaClassPath().split(":")) {
            try (var packed = resource(jar)) {
                Files.copy(packed, folder.resolve(jar));
            }
        }
        try (var logging = resource("kafka-logging.properties")) {
            Files.copy(logging, folder.resolve("logging.properties"));
        }
    }

    private static InputStream resource(String name) throws IOException {
        var found = Unpacked.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException("%s is not in this build; build common/embedded with Maven".formatted(name));
        }
        return found;
    }

    /// Removes a folder and all in it; one that is not there is fine.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// How a folder is filled.
    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
