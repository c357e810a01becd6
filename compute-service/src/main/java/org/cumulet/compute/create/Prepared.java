package org.cumulet.compute.create;

import org.cumulet.compute.server.LaunchOrder;
import org.jspecify.annotations.Nullable;

/// One of many wishes, looked up.
///
/// @param key by which it is done once
/// @param order what is to be made; null where it is answered already
/// @param answer of the one that is
record Prepared(@Nullable String key, @Nullable LaunchOrder order, Launched answer) {}
