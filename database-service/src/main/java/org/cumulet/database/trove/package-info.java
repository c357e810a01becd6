/// Trove's API, version 1.0: the same servers, databases and users as everywhere here, in the words its clients know.
@NullMarked
package org.cumulet.database.trove;

import org.jspecify.annotations.NullMarked;
