/// Dumps: all of a database as text that its server's own client program can read too, and back.
@NullMarked
package org.cumulet.database.dump;

import org.jspecify.annotations.NullMarked;
