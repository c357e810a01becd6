/// Databases: servers that are registered, what is on them, who may use it.
@NullMarked
package org.cumulet.database;

import org.jspecify.annotations.NullMarked;
