package org.cumulet.compute.quota;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/// What somebody set for a project, or for all that have nothing of their own.
@Entity
class Quota {

    /// The owner of what holds for every project without a quota of its own.
    static final String EVERYBODY = "*";

    @EmbeddedId
    private Id id;

    @Column(name = "allowed")
    private int limit;

    protected Quota() {}

    Quota(String owner, QuotaKey key, int limit) {
        id = new Id(owner, key);
        this.limit = limit;
    }

    QuotaKey key() {
        return id.key();
    }

    int limit() {
        return limit;
    }

    @Embeddable
    record Id(
            String owner,

            @Enumerated(EnumType.STRING) @Column(name = "resource")
            QuotaKey key) {}
}
