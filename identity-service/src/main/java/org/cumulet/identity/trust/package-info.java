/// Trusts: one user acts with roles of another.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.trust;
