/// The database of this service.
@NullMarked
package org.cumulet.batch.store;

import org.jspecify.annotations.NullMarked;
