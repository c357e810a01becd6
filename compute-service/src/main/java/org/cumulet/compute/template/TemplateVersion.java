package org.cumulet.compute.template;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What a template says, from when somebody wrote it down: never changed.
@Entity
@Immutable
@Table(name = "launch_template_version")
public class TemplateVersion {

    /// Numbers begin with 1 and are never used again.
    @Embeddable
    public record Id(UUID template, int number) {}

    @EmbeddedId
    private Id id;

    @Nullable
    private String description;

    private int count;
    private String microversion;
    private String server;

    @Column(name = "user_id")
    private String user;

    private Instant created;

    protected TemplateVersion() {}

    TemplateVersion(Id id, NewVersion wish, int count, String microversion, String user, Instant now) {
        this.id = id;
        this.description = wish.description();
        this.count = count;
        this.microversion = microversion;
        this.server = wish.server().toString();
        this.user = user;
        this.created = now;
    }

    int number() {
        return id.number();
    }

    @Nullable
    String description() {
        return description;
    }

    /// How many servers are launched where nobody says how many.
    int count() {
        return count;
    }

    /// The microversion whose words it is written in.
    String microversion() {
        return microversion;
    }

    /// What `POST /servers` takes as `server`, as JSON.
    String server() {
        return server;
    }

    String user() {
        return user;
    }

    Instant created() {
        return created;
    }
}
