/// Servers, as compute knows them.
@NullMarked
package org.cumulet.inventory.server;

import org.jspecify.annotations.NullMarked;
