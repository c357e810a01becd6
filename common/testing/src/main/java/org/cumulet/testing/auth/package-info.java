/// Tokens to order: every kind of caller, without identity.
@org.jspecify.annotations.NullMarked
package org.cumulet.testing.auth;
