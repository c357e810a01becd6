package org.cumulet.compute.template;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A name of a project, and which version is meant where nobody says one.
@Entity
@Table(name = "launch_template")
public class Template {

    @Id
    private UUID id;

    private String project;
    private String name;
    private int defaultVersion;
    private int latestVersion;
    private Instant created;
    private Instant updated;

    protected Template() {}

    /// Its first version comes with it.
    Template(UUID id, String project, String name, Instant now) {
        this.id = id;
        this.project = project;
        this.name = name;
        defaultVersion = 1;
        latestVersion = 1;
        created = now;
        updated = now;
    }

    /// There is one version more.
    ///
    /// @return its number
    int grow(boolean isDefault, Instant now) {
        latestVersion++;
        if (isDefault) {
            defaultVersion = latestVersion;
        }
        updated = now;
        return latestVersion;
    }

    void mean(int version, Instant now) {
        defaultVersion = version;
        updated = now;
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    String name() {
        return name;
    }

    int defaultVersion() {
        return defaultVersion;
    }

    int latestVersion() {
        return latestVersion;
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }
}
