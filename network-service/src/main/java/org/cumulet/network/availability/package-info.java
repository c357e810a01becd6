/// How many addresses networks have left.
@NullMarked
package org.cumulet.network.availability;

import org.jspecify.annotations.NullMarked;
