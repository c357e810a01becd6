/// A server: what was asked, what it is doing, and the moves from one to the other.
@NullMarked
package org.cumulet.compute.server;

import org.jspecify.annotations.NullMarked;
