/// Users: who can log in.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.user;
