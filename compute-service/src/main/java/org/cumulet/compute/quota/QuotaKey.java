package org.cumulet.compute.quota;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.web.ComputeVersions;

/// What is limited.
public enum QuotaKey {
    INSTANCES,
    CORES,
    RAM,
    KEY_PAIRS,
    METADATA_ITEMS,
    SERVER_GROUPS,
    SERVER_GROUP_MEMBERS,
    INJECTED_FILES(ComputeVersions.NO_PERSONALITY),
    INJECTED_FILE_CONTENT_BYTES(ComputeVersions.NO_PERSONALITY),
    INJECTED_FILE_PATH_BYTES(ComputeVersions.NO_PERSONALITY),
    FIXED_IPS(ComputeVersions.NO_NETWORK_QUOTAS),
    FLOATING_IPS(ComputeVersions.NO_NETWORK_QUOTAS),
    SECURITY_GROUPS(ComputeVersions.NO_NETWORK_QUOTAS),
    SECURITY_GROUP_RULES(ComputeVersions.NO_NETWORK_QUOTAS);

    private final Microversion gone;

    QuotaKey() {
        this(Microversion.of("3.0"));
    }

    QuotaKey(Microversion gone) {
        this.gone = gone;
    }

    /// As the API writes it: `key_pairs`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QuotaKey> named(String text) {
        return shown().filter(key -> key.text().equals(text)).findFirst();
    }

    /// What the version spoken knows.
    static Stream<QuotaKey> shown() {
        return Arrays.stream(values()).filter(key -> !Microversion.atLeast(key.gone));
    }
}
