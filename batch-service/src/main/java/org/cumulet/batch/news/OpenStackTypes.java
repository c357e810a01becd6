package org.cumulet.batch.news;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/// What OpenStack's notifications call our events, for those who come from there.
final class OpenStackTypes {

    private static final String OURS = "org.cumulet.";

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("compute.server.requested", "compute.instance.create.start"),
            entry("compute.server.launched", "compute.instance.create.end"),
            entry("compute.server.failed", "compute.instance.create.error"),
            entry("compute.server.started", "compute.instance.power_on.end"),
            entry("compute.server.stopped", "compute.instance.power_off.end"),
            entry("compute.server.rebooted", "compute.instance.reboot.end"),
            entry("compute.server.deletion_requested", "compute.instance.delete.start"),
            entry("compute.server.deleted", "compute.instance.delete.end"),
            entry("image.image.created", "image.create"),
            entry("image.image.upload_started", "image.prepare"),
            entry("image.image.uploaded", "image.upload"),
            entry("image.image.updated", "image.update"),
            entry("image.image.deactivated", "image.deactivate"),
            entry("image.image.reactivated", "image.reactivate"),
            entry("image.image.deleted", "image.delete"),
            entry("network.network.created", "network.create.end"),
            entry("network.network.updated", "network.update.end"),
            entry("network.network.deleted", "network.delete.end"),
            entry("network.port.created", "port.create.end"),
            entry("network.port.updated", "port.update.end"),
            entry("network.port.deleted", "port.delete.end"),
            entry("identity.project.created", "identity.project.created"),
            entry("identity.project.updated", "identity.project.updated"),
            entry("identity.project.deleted", "identity.project.deleted"),
            entry("identity.user.created", "identity.user.created"),
            entry("identity.user.updated", "identity.user.updated"),
            entry("identity.user.deleted", "identity.user.deleted"));

    private OpenStackTypes() {}

    static Optional<String> of(String type) {
        return Optional.ofNullable(NAMES.get(type.replaceFirst(OURS, "")));
    }
}
