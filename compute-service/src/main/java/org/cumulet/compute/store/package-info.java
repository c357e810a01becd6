/// Lists out of the database, a page at a time.
@NullMarked
package org.cumulet.compute.store;

import org.jspecify.annotations.NullMarked;
