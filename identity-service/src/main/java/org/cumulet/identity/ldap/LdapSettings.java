package org.cumulet.identity.ldap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of LDAP, below `cumulet.identity.ldap`; those of a directory belong to its domain.
@ConfigMapping(prefix = "cumulet.identity.ldap")
interface LdapSettings {

    /// How often those who came in of late by a directory are looked up there again.
    @WithDefault("PT30S")
    Duration check();
}
