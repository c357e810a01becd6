/// Refusals: one sealed family of faults, spoken in the dialect of the service that owns the path.
@org.jspecify.annotations.NullMarked
package org.cumulet.api.fault;
