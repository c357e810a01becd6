package org.cumulet.compute.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// The host a server is on, as inventory knows it.
@Embeddable
public record HostRef(
        @Column(name = "host_id") UUID id,
        @Column(name = "host_name") String name) {}
