package org.cumulet.network.quota;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// What one project may have of one thing, where that differs from the default. -1 is no limit.
@Entity
@Table(name = "quota")
@IdClass(Limit.Key.class)
class Limit {

    static final int NONE = -1;

    /// Whose limit, and of what.
    record Key(String projectId, String resource) {}

    @Id
    @Column(name = "project_id")
    private String projectId;

    @Id
    private String resource;

    private int amount;

    protected Limit() {}

    Limit(String projectId, Quota quota, int amount) {
        this.projectId = projectId;
        this.resource = quota.api();
        this.amount = amount;
    }

    String projectId() {
        return projectId;
    }

    Quota quota() {
        return Quota.parse(resource).orElseThrow();
    }

    int amount() {
        return amount;
    }

    void set(int value) {
        amount = value;
    }
}
