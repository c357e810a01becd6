/// Restores: what a backup holds, played into a new database, or into a scratch one to see whether it is all there.
@NullMarked
package org.cumulet.database.restore;

import org.jspecify.annotations.NullMarked;
