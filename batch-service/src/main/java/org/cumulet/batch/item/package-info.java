/// The ledger of what is to be done, one row per operation.
@NullMarked
package org.cumulet.batch.item;

import org.jspecify.annotations.NullMarked;
