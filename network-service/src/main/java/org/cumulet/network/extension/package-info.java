/// What this service can do, as clients ask for it.
@NullMarked
package org.cumulet.network.extension;

import org.jspecify.annotations.NullMarked;
