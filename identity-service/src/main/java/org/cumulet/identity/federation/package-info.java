/// Logging in by the word of an OpenID Connect provider.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.federation;
