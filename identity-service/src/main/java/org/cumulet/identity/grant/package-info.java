/// Grants: who holds which role where.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.grant;
