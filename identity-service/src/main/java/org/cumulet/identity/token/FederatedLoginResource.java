package org.cumulet.identity.token;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.auth.NoToken;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v3/OS-FEDERATION/identity_providers/…/protocols/…/auth`: log in with a token of an identity provider.
@Path("/identity/v3/OS-FEDERATION/identity_providers/{idp}/protocols/{protocol}/auth")
@RunOnVirtualThread
class FederatedLoginResource {

    private final FederatedLoginService logins;
    private final TokenService tokens;

    FederatedLoginResource(FederatedLoginService logins, TokenService tokens) {
        this.logins = logins;
        this.tokens = tokens;
    }

    @POST
    @NoToken
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TokenView.One.class)))
    public RestResponse<TokenView.One> login(
            String idp, String protocol, @HeaderParam("Authorization") @Nullable String authorization) {
        var issued = logins.login(idp, protocol, authorization);
        return TokenView.One.answer(
                RestResponse.Status.CREATED, issued.token(), tokens.describe(issued.caller(), false));
    }

    @GET
    @NoToken
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TokenView.One.class)))
    public RestResponse<TokenView.One> loginByGet(
            String idp, String protocol, @HeaderParam("Authorization") @Nullable String authorization) {
        return login(idp, protocol, authorization);
    }
}
