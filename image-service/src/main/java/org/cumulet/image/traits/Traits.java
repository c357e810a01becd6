package org.cumulet.image.traits;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Map;
import org.cumulet.image.format.DiskFormat;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// What is said of an image, as opposed to what is found in its bytes.
///
/// @param owner the project it belongs to
/// @param minDisk in GiB
/// @param minRam in MiB
/// @param properties whatever else is worth saying
@Embeddable
@Immutable
public record Traits(
        String owner,
        @Nullable String name,
        @Enumerated(EnumType.STRING) Visibility visibility,
        @Enumerated(EnumType.STRING) @Nullable DiskFormat diskFormat,
        @Enumerated(EnumType.STRING) @Nullable ContainerFormat containerFormat,
        int minDisk,
        int minRam,
        @Column(name = "protected") boolean undeletable,
        boolean hidden,

        @JdbcTypeCode(SqlTypes.ARRAY) @Mutability(Immutability.class)
        List<String> tags,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        Map<String, String> properties) {

    public Traits {
        tags = List.copyOf(tags);
        properties = Map.copyOf(properties);
    }
}
