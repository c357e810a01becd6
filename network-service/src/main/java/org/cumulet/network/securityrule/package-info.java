/// What may reach the ports of a group, and what they may reach.
@NullMarked
package org.cumulet.network.securityrule;

import org.jspecify.annotations.NullMarked;
