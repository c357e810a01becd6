package org.cumulet.identity.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What claims mean here.
@Entity
@Table(name = "mapping")
class Mapping {

    @Id
    private String id;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Statement> rules;

    @Column(name = "schema_version")
    private String schemaVersion;

    protected Mapping() {}

    Mapping(String id, NewMapping wish) {
        this.id = id;
        this.rules = wish.rules();
        this.schemaVersion = wish.schemaVersion();
    }

    void change(MappingChange change) {
        rules = Objects.requireNonNullElse(change.rules(), rules);
        schemaVersion = Objects.requireNonNullElse(change.schemaVersion(), schemaVersion);
    }

    String id() {
        return id;
    }

    Rules rules() {
        return new Rules(rules, schemaVersion);
    }
}
