package org.cumulet.database.settle;

import java.util.UUID;

/// A database that is to be as declared. What that is is asked when its turn comes.
record Settling(UUID database) {}
