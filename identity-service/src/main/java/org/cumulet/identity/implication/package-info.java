/// Implied roles: who holds one holds the others too.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.implication;
