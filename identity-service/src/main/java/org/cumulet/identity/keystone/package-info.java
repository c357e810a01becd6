/// What a cloud that had a Keystone brings along: its people and projects, from a dump of its database.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.keystone;
