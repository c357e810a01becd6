/// The keys that tokens are signed with.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.signing;
