package org.cumulet.compute.flavor;

import java.util.Optional;

/// Which flavors.
///
/// @param project sees private ones that are open to it along with the public ones
/// @param visibility public, private, or both when empty
record FlavorFilter(String project, Optional<Boolean> visibility, int minRam, int minDisk) {}
