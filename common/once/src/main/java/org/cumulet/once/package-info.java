/// Requests of our own services that may be sent again without being done again.
@NullMarked
package org.cumulet.once;

import org.jspecify.annotations.NullMarked;
