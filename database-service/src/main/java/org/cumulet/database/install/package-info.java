/// Installations: database servers that are made on hosts, over SSH, and registered when they are safe.
@NullMarked
package org.cumulet.database.install;

import org.jspecify.annotations.NullMarked;
