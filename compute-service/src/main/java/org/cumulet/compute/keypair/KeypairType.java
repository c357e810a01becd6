package org.cumulet.compute.keypair;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What kind of key.
enum KeypairType {
    @JsonProperty("ssh")
    SSH,
    @JsonProperty("x509")
    X509
}
