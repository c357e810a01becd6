package org.cumulet.identity.signing;

import org.cumulet.api.json.Times;

/// A key as an operator sees it; its public half is among `/v3/jwks` under the same id.
///
/// @param signsFrom from then on it signs, until a newer one does
record SigningKeyView(String id, String createdAt, String signsFrom) {

    static SigningKeyView of(SigningKey key) {
        return new SigningKeyView(key.id(), Times.MICROS_Z.of(key.createdAt()), Times.MICROS_Z.of(key.signsFrom()));
    }
}
