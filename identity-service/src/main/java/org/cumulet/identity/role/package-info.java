/// Roles: what rules ask for.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.role;
