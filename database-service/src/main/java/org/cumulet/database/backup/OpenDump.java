package org.cumulet.database.backup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The dump of a complete backup, as it was written.
@Singleton
public class OpenDump {

    private final Shelf shelf;

    OpenDump(Shelf shelf) {
        this.shelf = shelf;
    }

    public InputStream open(Backup backup) throws IOException {
        return shelf.open(backup.id(), Objects.requireNonNull(backup.sha512()), backup.dataKey());
    }
}
