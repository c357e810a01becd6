/// Who does the work, as operators know it from Neutron.
@NullMarked
package org.cumulet.network.agent;

import org.jspecify.annotations.NullMarked;
