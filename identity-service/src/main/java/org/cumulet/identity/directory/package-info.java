/// Directories outside, in which some domains keep their users and groups.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.directory;
