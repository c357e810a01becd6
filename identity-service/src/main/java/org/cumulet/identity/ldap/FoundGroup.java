package org.cumulet.identity.ldap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group as the directory has it.
///
/// @param members names or ids of users, as the options say
record FoundGroup(
        String dn, String id, String name, @Nullable String description, List<String> members) {}
