package org.cumulet.compute.keypair;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.Link;
import org.cumulet.compute.web.Links;
import org.jspecify.annotations.Nullable;

/// A keypair as the API shows it.
record KeypairView(
        String name,
        String publicKey,
        String fingerprint,
        @Since("2.2") KeypairType type) {

    static KeypairView of(Keypair keypair) {
        return new KeypairView(keypair.name(), keypair.publicKey(), keypair.fingerprint(), keypair.type());
    }

    record One<T>(T keypair) {}

    record Many(
            List<One<KeypairView>> keypairs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> keypairsLinks) {

        static Many of(Page<Keypair> page, Links links) {
            var next = page.more()
                    ? links.next("os-keypairs", page.items().getLast().name())
                    : List.<Link>of();
            return new Many(
                    page.map(keypair -> new One<>(KeypairView.of(keypair))).items(), next);
        }
    }

    /// What the one who makes it sees: the private part this once.
    record Fresh(
            @JsonUnwrapped KeypairView keypair,
            String userId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String privateKey) {

        static One<Fresh> of(KeypairService.Created created) {
            var keypair = created.keypair();
            return new One<>(new Fresh(KeypairView.of(keypair), keypair.user(), created.privateKey()));
        }
    }

    /// All there is to know.
    record Full(
            @JsonUnwrapped KeypairView keypair,
            String userId,
            boolean deleted,
            String createdAt,
            @Nullable String updatedAt,
            @Nullable String deletedAt,
            long id) {

        static One<Full> of(Keypair keypair) {
            return new One<>(new Full(
                    KeypairView.of(keypair),
                    keypair.user(),
                    false,
                    Times.MICROS.of(keypair.created()),
                    null,
                    null,
                    keypair.id()));
        }
    }
}
