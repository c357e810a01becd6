/// Groups of ports with the same rules.
@NullMarked
package org.cumulet.network.securitygroup;

import org.jspecify.annotations.NullMarked;
