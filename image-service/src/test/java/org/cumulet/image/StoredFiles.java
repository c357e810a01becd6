package org.cumulet.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// What is in the store of the service under test.
public final class StoredFiles {

    private final Path store = ConfigProvider.getConfig().getValue("cumulet.image.store", Path.class);

    public List<String> kept() {
        return names(store.resolve("objects"));
    }

    public List<String> incoming() {
        return names(store.resolve("incoming"));
    }

    public Path file(String hash) {
        return store.resolve("objects").resolve(hash.substring(0, 2)).resolve(hash);
    }

    public Path incomingFolder() {
        return store.resolve("incoming");
    }

    private static List<String> names(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
