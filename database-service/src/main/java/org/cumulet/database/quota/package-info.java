/// How much a project may have.
@NullMarked
package org.cumulet.database.quota;

import org.jspecify.annotations.NullMarked;
