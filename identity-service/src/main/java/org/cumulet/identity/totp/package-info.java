/// Passcodes that a device shows for half a minute.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.totp;
