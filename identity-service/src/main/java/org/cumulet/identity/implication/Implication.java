package org.cumulet.identity.implication;

import org.cumulet.identity.role.Role;

/// Who holds the one holds the other.
record Implication(Role prior, Role implied) {}
