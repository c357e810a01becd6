package org.cumulet.compute.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What a project may have where nobody said otherwise. A negative number means without limit.
@ConfigMapping(prefix = "cumulet.compute.quota")
interface QuotaSettings {

    /// Servers.
    @WithDefault("500")
    int instances();

    /// Virtual processors of all servers.
    @WithDefault("1000")
    int cores();

    /// Memory of all servers, in MiB.
    @WithDefault("2097152")
    int ram();

    /// Keypairs of a user.
    @WithDefault("100")
    int keyPairs();

    /// Pieces of metadata of a server.
    @WithDefault("128")
    int metadataItems();

    /// The default for this key. What this cloud does not have, or network counts, has the number clients expect.
    default int of(QuotaKey key) {
        return switch (key) {
            case INSTANCES -> instances();
            case CORES -> cores();
            case RAM -> ram();
            case KEY_PAIRS -> keyPairs();
            case METADATA_ITEMS -> metadataItems();
            case SERVER_GROUPS, SERVER_GROUP_MEMBERS -> 10;
            case INJECTED_FILES -> 5;
            case INJECTED_FILE_CONTENT_BYTES -> 10240;
            case INJECTED_FILE_PATH_BYTES -> 255;
            case FIXED_IPS, FLOATING_IPS, SECURITY_GROUPS, SECURITY_GROUP_RULES -> -1;
        };
    }
}
