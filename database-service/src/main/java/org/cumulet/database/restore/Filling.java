package org.cumulet.database.restore;

import java.util.UUID;

/// A database that is to be filled from a backup.
record Filling(UUID database, UUID backup) {}
