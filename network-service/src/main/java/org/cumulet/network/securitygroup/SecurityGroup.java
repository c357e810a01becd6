package org.cumulet.network.securitygroup;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.record.Named;

/// Ports with the same rules.
@Entity
public class SecurityGroup extends Named {

    /// Every project has one of this name.
    public static final String DEFAULT = "default";

    protected SecurityGroup() {}

    SecurityGroup(UUID id, String projectId, String name, String description, Instant now) {
        super(id, projectId, name, description, now);
    }

    boolean isDefault() {
        return name().equals(DEFAULT);
    }

    void change(Optional<String> name, Optional<String> description, Instant now) {
        name.ifPresent(this::rename);
        description.ifPresent(this::describe);
        changed(now);
    }
}
