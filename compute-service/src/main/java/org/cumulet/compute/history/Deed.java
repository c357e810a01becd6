package org.cumulet.compute.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that was done to one server.
@Entity
public class Deed {

    /// How it ended.
    public enum Result {
        SUCCESS("Success"),
        ERROR("Error");

        private final String text;

        Result(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    @Id
    private UUID id;

    private UUID server;
    private String requestId;

    @Enumerated(EnumType.STRING)
    private DeedKind kind;

    @Column(name = "user_id")
    private String user;

    private String project;
    private Instant started;

    @Nullable
    private Instant finished;

    @Enumerated(EnumType.STRING)
    @Nullable
    private Result result;

    @Nullable
    private String host;

    @Nullable
    private String details;

    protected Deed() {}

    Deed(UUID server, String requestId, DeedKind kind, String user, String project, Instant started) {
        id = UUID.randomUUID();
        this.server = server;
        this.requestId = requestId;
        this.kind = kind;
        this.user = user;
        this.project = project;
        this.started = started;
    }

    void end(Result how, @Nullable String where, @Nullable String why, Instant now) {
        finished = now;
        result = how;
        host = where;
        details = why;
    }

    UUID id() {
        return id;
    }

    public UUID server() {
        return server;
    }

    public String requestId() {
        return requestId;
    }

    public DeedKind kind() {
        return kind;
    }

    public String user() {
        return user;
    }

    public String project() {
        return project;
    }

    public Instant started() {
        return started;
    }

    public Optional<Instant> finished() {
        return Optional.ofNullable(finished);
    }

    public Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    public Optional<String> host() {
        return Optional.ofNullable(host);
    }

    /// Why it failed, as the owner may read it.
    public Optional<String> details() {
        return Optional.ofNullable(details);
    }
}
