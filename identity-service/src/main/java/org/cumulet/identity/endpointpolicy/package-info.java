/// Which policy applies to which endpoint.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.endpointpolicy;
