/// Database servers: registered by address and administrator.
@NullMarked
package org.cumulet.database.server;

import org.jspecify.annotations.NullMarked;
