/// What a database server is asked to do, and how MariaDB, MySQL and PostgreSQL are asked.
@NullMarked
package org.cumulet.database.engine;

import org.jspecify.annotations.NullMarked;
