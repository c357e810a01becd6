/// Secrets: made, sealed, and shown once.
@NullMarked
package org.cumulet.database.secret;

import org.jspecify.annotations.NullMarked;
