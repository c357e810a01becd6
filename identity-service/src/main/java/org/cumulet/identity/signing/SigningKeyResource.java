package org.cumulet.identity.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/signing_keys`: which keys sign tokens, and a new one when it is wanted.
@Path("/identity/v3/signing_keys")
@RunOnVirtualThread
class SigningKeyResource {

    private final RotationService rotation;

    SigningKeyResource(RotationService rotation) {
        this.rotation = rotation;
    }

    @GET
    public Many list() {
        return new Many(rotation.list().stream().map(SigningKeyView::of).toList());
    }

    @POST
    @ResponseStatus(201)
    public One rotate() {
        return new One(SigningKeyView.of(rotation.rotateNow()));
    }

    record One(SigningKeyView signingKey) {}

    record Many(List<SigningKeyView> signingKeys) {}
}
