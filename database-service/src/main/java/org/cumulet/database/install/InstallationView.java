package org.cumulet.database.install;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An installation as its operators see it.
///
/// @param step what is being done, or was done last
/// @param fault why it failed
/// @param firewall what a firewall on the host or before it must let in; that is not changed by an installation
record InstallationView(
        UUID id,
        String name,
        Installable engine,
        String host,
        String address,
        int port,
        String from,
        InstallationState state,
        @Nullable String step,
        @Nullable String fault,
        String firewall,
        Instant createdAt,
        Instant updatedAt) {

    static InstallationView of(Installation it) {
        return new InstallationView(
                it.id(),
                it.name(),
                it.engine(),
                it.host(),
                it.address(),
                it.port(),
                it.from(),
                it.state(),
                it.step(),
                it.trouble(),
                "nft add rule inet filter input ip saddr %s tcp dport %d accept".formatted(it.from(), it.port()),
                it.created(),
                it.updated());
    }

    record One(InstallationView installation) {
        static One of(Installation installation) {
            return new One(InstallationView.of(installation));
        }
    }

    record Many(List<InstallationView> installations) {
        static Many of(List<Installation> installations) {
            return new Many(installations.stream().map(InstallationView::of).toList());
        }
    }
}
