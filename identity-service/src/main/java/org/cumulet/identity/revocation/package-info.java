/// Tokens that die before their time.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.revocation;
