package org.cumulet.inventory.placement.provider;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Something that has room to give away: a host, or a part of one.
@Entity
public class ResourceProvider {

    public static final String STALE = "placement.concurrent_update";

    @Id
    private UUID id;

    private String name;
    private long generation;
    private @Nullable UUID parent;
    private UUID root;
    private boolean managed;
    private boolean open;
    private Instant createdAt;

    protected ResourceProvider() {}

    /// A provider that callers have made.
    static ResourceProvider of(UUID id, String name, @Nullable ResourceProvider parent, Instant now) {
        var provider = new ResourceProvider();
        provider.id = id;
        provider.name = name;
        provider.parent = parent == null ? null : parent.id;
        provider.root = parent == null ? id : parent.root;
        provider.open = true;
        provider.createdAt = now;
        return provider;
    }

    /// A provider that stands for a host.
    static ResourceProvider managed(UUID id, String name, Instant now) {
        var provider = of(id, name, null, now);
        provider.managed = true;
        return provider;
    }

    void rename(String newName) {
        name = newName;
    }

    void moveBelow(@Nullable UUID newParent) {
        parent = newParent;
    }

    void belongTo(UUID newRoot) {
        root = newRoot;
    }

    /// @throws Fault.Conflict when somebody has changed the provider since the caller read it
    void mustBeAt(long expected) {
        if (generation != expected) {
            throw new Fault.Conflict("resource provider generation conflict for provider %s: actual: %d, given: %d"
                            .formatted(id, generation, expected))
                    .named(STALE);
        }
    }

    void openFor(boolean newcomers) {
        open = newcomers;
    }

    void grow() {
        generation++;
    }

    public UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    long generation() {
        return generation;
    }

    @Nullable
    UUID parent() {
        return parent;
    }

    UUID root() {
        return root;
    }

    boolean open() {
        return open;
    }

    boolean managed() {
        return managed;
    }
}
