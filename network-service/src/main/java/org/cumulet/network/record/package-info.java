/// What every resource of Neutron has.
@NullMarked
package org.cumulet.network.record;

import org.jspecify.annotations.NullMarked;
