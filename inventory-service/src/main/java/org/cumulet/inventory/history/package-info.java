/// What has changed on hosts, as far as they said.
@NullMarked
package org.cumulet.inventory.history;

import org.jspecify.annotations.NullMarked;
