/// Regions: where endpoints are.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.region;
