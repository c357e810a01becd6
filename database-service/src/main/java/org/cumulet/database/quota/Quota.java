package org.cumulet.database.quota;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// How much a project may have; negative means without limit.
@Entity
@Table(name = "database_quota")
public class Quota {

    @Id
    private String project;

    private int databases;
    private int users;

    protected Quota() {}

    Quota(String project, int databases, int users) {
        this.project = project;
        this.databases = databases;
        this.users = users;
    }

    void change(int databases, int users) {
        this.databases = databases;
        this.users = users;
    }

    String project() {
        return project;
    }

    public int databases() {
        return databases;
    }

    public int users() {
        return users;
    }
}
