/// Networks, ports and security groups, as far as a launch asks for them.
@NullMarked
package org.cumulet.compute.network;

import org.jspecify.annotations.NullMarked;
