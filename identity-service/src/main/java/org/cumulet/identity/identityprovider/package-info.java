/// Identity providers: who outside may vouch for people, and how.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.identityprovider;
