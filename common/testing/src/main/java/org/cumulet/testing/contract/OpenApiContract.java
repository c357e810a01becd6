package org.cumulet.testing.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What we promise about the REST API of a service: `contracts/openapi/<service>.yaml`, reviewed as a diff.
///
/// A service's test asks for its own document at `/q/openapi` and holds it against the promise. When a change is meant,
/// `-Dcumulet.contracts.write` writes the new promise.
public record OpenApiContract(String service) {

    private Path file() {
        return EventContract.folder().resolveSibling("openapi").resolve(service + ".yaml");
    }

    /// The promise as it is checked in; with `-Dcumulet.contracts.write` it is made to be what the service says now.
    public String promised(String said) throws IOException {
        if (System.getProperty("cumulet.contracts.write") != null) {
            Files.writeString(file(), said);
        }
        return Files.exists(file()) ? Files.readString(file()) : "";
    }
}
