/// Backups: dumps that are kept, for how long, and whether they proved to be restorable.
@NullMarked
package org.cumulet.database.backup;

import org.jspecify.annotations.NullMarked;
