/// Application credentials: logins for programs.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.credential;
