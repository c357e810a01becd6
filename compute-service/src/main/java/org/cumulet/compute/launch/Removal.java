package org.cumulet.compute.launch;

import java.util.UUID;

/// A server that shall be gone. Where it is and what it has is asked when its turn comes.
record Removal(UUID server) {}
