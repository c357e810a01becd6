package org.cumulet.database.backup;

import java.util.UUID;

/// A backup that is to be made.
record Making(UUID backup) {}
