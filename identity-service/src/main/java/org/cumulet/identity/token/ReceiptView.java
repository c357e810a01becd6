package org.cumulet.identity.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.identity.token.TokenView.Named;

/// What is there already, and of which sets of methods one must be shown in full.
record ReceiptView(
        Shown receipt,
        @JsonProperty("required_auth_methods") List<List<String>> required) {

    record Shown(List<String> methods, User user, String issuedAt, String expiresAt) {}

    record User(String id, String name, Named domain) {}

    static ReceiptView of(Receipt receipt, List<List<String>> required) {
        var user = receipt.user();
        return new ReceiptView(
                new Shown(
                        receipt.methods(),
                        new User(user.id(), user.name(), new Named(user.domainId(), user.domainName())),
                        Times.MICROS_Z.of(receipt.issuedAt()),
                        Times.MICROS_Z.of(receipt.expiresAt())),
                required);
    }
}
