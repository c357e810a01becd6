package org.cumulet.database.quota;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.cumulet.database.DatabaseSettings;

/// How much a project may have; negative means without limit.
@Entity
@Table(name = "database_quota")
public class Quota {

    @Id
    private String project;

    private int databases;
    private int users;
    private int backups;
    private int instances;
    private int volumes;

    protected Quota() {}

    Quota(String project, DatabaseSettings.Quota usual) {
        this.project = project;
        databases = usual.databases();
        users = usual.users();
        backups = usual.backups();
        instances = usual.instances();
        volumes = usual.volumes();
    }

    /// What is left out stays as it is.
    void change(QuotaChange wish) {
        databases = wish.databases() == null ? databases : wish.databases();
        users = wish.users() == null ? users : wish.users();
        backups = wish.backups() == null ? backups : wish.backups();
        instances = wish.instances() == null ? instances : wish.instances();
        volumes = wish.volumes() == null ? volumes : wish.volumes();
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

    /// How many may be asked for by name.
    public int instances() {
        return instances;
    }

    /// GB of all instances together.
    public int volumes() {
        return volumes;
    }
}
