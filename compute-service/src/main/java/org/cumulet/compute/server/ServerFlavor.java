package org.cumulet.compute.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/// The flavor as it was when the server was asked for: later changes of the flavor do not touch it.
///
/// @param ram in MiB
/// @param disk root disk in GiB; 0 means as large as the image
/// @param ephemeral second disk in GiB
/// @param swap in MiB
@Embeddable
@Immutable
public record ServerFlavor(
        @Column(name = "flavor_id") String id,
        @Column(name = "flavor_name") String name,
        int vcpus,
        int ram,
        int disk,
        int ephemeral,
        int swap,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        Map<String, String> extraSpecs) {

    public ServerFlavor {
        extraSpecs = Map.copyOf(extraSpecs);
    }
}
