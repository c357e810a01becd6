/// Secrets at rest.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.secret;
