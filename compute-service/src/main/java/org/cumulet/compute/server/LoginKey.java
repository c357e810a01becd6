package org.cumulet.compute.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// The public key that opens the guest: a copy, since keypairs may go before servers do.
@Embeddable
public record LoginKey(
        @Column(name = "key_name") String name,
        @Column(name = "public_key") String publicKey) {}
