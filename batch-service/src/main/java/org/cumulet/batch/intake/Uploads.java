package org.cumulet.batch.intake;

import jakarta.inject.Singleton;
import org.cumulet.api.fault.Fault;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.Places;

/// How many documents are read for each project at the moment, in this process.
@Singleton
class Uploads {

    private final Places places;

    Uploads(BatchSettings settings) {
        this.places = new Places(settings.uploadsAtOnce());
    }

    /// @throws Fault.Other 429 when the project has too many already
    Places.Place begin(String project) {
        return places.take(project, "%d documents of this project are being read; send this one later.");
    }
}
