/// Databases with their users and grants: declared, made true, looked after.
@NullMarked
package org.cumulet.database.database;

import org.jspecify.annotations.NullMarked;
