/// What a database server is asked to do, and how MariaDB and PostgreSQL are asked.
@NullMarked
package org.cumulet.database.engine;

import org.jspecify.annotations.NullMarked;
