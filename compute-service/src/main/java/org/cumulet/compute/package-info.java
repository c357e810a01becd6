/// Nova v2.1: flavors, keypairs, servers and what is done to them.
@NullMarked
package org.cumulet.compute;

import org.jspecify.annotations.NullMarked;
