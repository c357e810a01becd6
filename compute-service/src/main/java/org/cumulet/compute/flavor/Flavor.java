package org.cumulet.compute.flavor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cumulet.compute.server.ServerFlavor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// A size servers can have. Only its description, its extra specs and who may see it ever change.
@Entity
public class Flavor {

    @Id
    private String id;

    private String name;

    @Nullable
    private String description;

    private int vcpus;
    private int ram;
    private int disk;
    private int ephemeral;
    private int swap;
    private double rxtxFactor;
    private boolean isPublic;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> extraSpecs;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> projects;

    private Instant created;

    protected Flavor() {}

    Flavor(NewFlavor wish, String id, Instant now) {
        this.id = id;
        name = wish.name();
        description = wish.description();
        vcpus = wish.vcpus();
        ram = wish.ram();
        disk = wish.disk();
        ephemeral = wish.ephemeral();
        swap = wish.swap();
        rxtxFactor = wish.rxtxFactor();
        isPublic = wish.isPublic();
        extraSpecs = Map.of();
        projects = List.of();
        created = now;
    }

    void describe(@Nullable String text) {
        description = text;
    }

    void specify(Map<String, String> specs) {
        var all = new TreeMap<>(extraSpecs);
        all.putAll(specs);
        extraSpecs = all;
    }

    /// @return false when there was no such key
    boolean unspecify(String key) {
        var rest = new TreeMap<>(extraSpecs);
        var found = rest.remove(key) != null;
        extraSpecs = rest;
        return found;
    }

    boolean open(String project) {
        if (projects.contains(project)) {
            return false;
        }
        projects = Stream.concat(projects.stream(), Stream.of(project)).toList();
        return true;
    }

    boolean close(String project) {
        var found = projects.contains(project);
        projects = projects.stream().filter(other -> !other.equals(project)).toList();
        return found;
    }

    /// As a server keeps it.
    public ServerFlavor snapshot() {
        return new ServerFlavor(id, name, vcpus, ram, disk, ephemeral, swap, extraSpecs);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public int vcpus() {
        return vcpus;
    }

    /// MiB.
    public int ram() {
        return ram;
    }

    /// GiB; 0 means as large as the image.
    public int disk() {
        return disk;
    }

    /// GiB.
    public int ephemeral() {
        return ephemeral;
    }

    /// MiB.
    public int swap() {
        return swap;
    }

    double rxtxFactor() {
        return rxtxFactor;
    }

    boolean isPublic() {
        return isPublic;
    }

    Map<String, String> extraSpecs() {
        return extraSpecs;
    }

    /// Who may see it although it is private.
    List<String> projects() {
        return projects;
    }
}
