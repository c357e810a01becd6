package org.cumulet.database.settle;

import java.util.UUID;

/// A user whose old password is to end.
record Ending(UUID user) {}
