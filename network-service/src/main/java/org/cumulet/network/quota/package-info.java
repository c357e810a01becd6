/// How much a project may have.
@NullMarked
package org.cumulet.network.quota;

import org.jspecify.annotations.NullMarked;
