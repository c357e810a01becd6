/// LDAP directories as the place of a domain's users and groups.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.ldap;
