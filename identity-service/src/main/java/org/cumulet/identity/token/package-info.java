/// Logging in, and asking about tokens.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.token;
