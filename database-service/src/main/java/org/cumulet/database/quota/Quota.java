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
    private int backups;

    protected Quota() {}

    Quota(String project, int databases, int users, int backups) {
        this.project = project;
        this.databases = databases;
        this.users = users;
        this.backups = backups;
    }

    void change(int databases, int users, int backups) {
        this.databases = databases;
        this.users = users;
        this.backups = backups;
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

    public int backups() {
        return backups;
    }
}
