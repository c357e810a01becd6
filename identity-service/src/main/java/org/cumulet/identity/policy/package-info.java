/// The personas of identity's rules.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.policy;
