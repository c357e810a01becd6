/// Many databases in one request, each with its own outcome.
@NullMarked
package org.cumulet.database.many;

import org.jspecify.annotations.NullMarked;
