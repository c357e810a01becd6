/// Passwords: slow to guess, quick to check again.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.password;
