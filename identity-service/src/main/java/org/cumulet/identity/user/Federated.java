package org.cumulet.identity.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// A user whom an identity provider vouches for.
///
/// @param uniqueId who it is, in the provider's words
@Embeddable
public record Federated(
        @Column(name = "idp_id") String providerId,
        @Column(name = "protocol_id") String protocolId,
        @Column(name = "unique_id") String uniqueId) {

    String lock() {
        return "federated:%s:%s:%s".formatted(providerId, protocolId, uniqueId);
    }
}
