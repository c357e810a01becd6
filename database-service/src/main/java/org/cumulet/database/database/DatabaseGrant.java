package org.cumulet.database.database;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.database.engine.Profile;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/// What a user may do in a database, from where. Without hosts it is on its way out.
@Entity
@DynamicUpdate
@Table(name = "database_grant")
public class DatabaseGrant {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "database_id")
    private Database database;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private DatabaseUser user;

    @Enumerated(EnumType.STRING)
    private Profile profile;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> hosts;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> recorded;

    protected DatabaseGrant() {}

    DatabaseGrant(Database database, DatabaseUser user, Profile profile, List<String> hosts) {
        id = UUID.randomUUID();
        this.database = database;
        this.user = user;
        this.profile = profile;
        this.hosts = List.copyOf(hosts);
        recorded = List.of();
    }

    boolean is(Profile wishedProfile, List<String> wishedHosts) {
        return profile == wishedProfile && hosts.equals(wishedHosts);
    }

    void change(Profile newProfile, List<String> newHosts) {
        profile = newProfile;
        hosts = List.copyOf(newHosts);
    }

    void withdraw() {
        hosts = List.of();
    }

    boolean isWithdrawn() {
        return hosts.isEmpty();
    }

    /// Before anything is done on the server: what may be there from now on.
    void record() {
        recorded = Stream.concat(recorded.stream(), hosts.stream()).distinct().toList();
    }

    /// What was to go is gone.
    void settle() {
        recorded = hosts;
    }

    Database database() {
        return database;
    }

    DatabaseUser user() {
        return user;
    }

    Profile profile() {
        return profile;
    }

    List<String> hosts() {
        return hosts;
    }

    List<String> recorded() {
        return recorded;
    }

    List<String> leaving() {
        return recorded.stream().filter(host -> !hosts.contains(host)).toList();
    }
}
