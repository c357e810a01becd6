package org.cumulet.identity.identityprovider;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// How an identity provider vouches for people, and what that means here.
@Entity
@Table(name = "federation_protocol")
public class Protocol {

    @EmbeddedId
    private Key key;

    @Column(name = "mapping_id")
    private String mappingId;

    protected Protocol() {}

    Protocol(Key key, String mappingId) {
        this.key = key;
        this.mappingId = mappingId;
    }

    void mapBy(String other) {
        mappingId = other;
    }

    String id() {
        return key.id();
    }

    String providerId() {
        return key.providerId();
    }

    public String mappingId() {
        return mappingId;
    }

    @Embeddable
    record Key(
            @Column(name = "idp_id") String providerId,
            @Column(name = "id") String id) {}
}
