/// Hosts: how to reach them, what they are, and how much room they have.
@NullMarked
package org.cumulet.inventory;

import org.jspecify.annotations.NullMarked;
