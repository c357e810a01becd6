/// Credentials that users keep here: what is in them means something to others.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.usercredential;
