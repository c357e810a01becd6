/// How Neutron's API is spoken: bodies, lists, refusals.
@NullMarked
package org.cumulet.network.wire;

import org.jspecify.annotations.NullMarked;
