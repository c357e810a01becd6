/// Groups of endpoints by what they have in common.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.endpointgroup;
