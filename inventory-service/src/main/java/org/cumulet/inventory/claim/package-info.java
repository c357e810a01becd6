/// Room on hosts, claimed for many at once.
@NullMarked
package org.cumulet.inventory.claim;

import org.jspecify.annotations.NullMarked;
