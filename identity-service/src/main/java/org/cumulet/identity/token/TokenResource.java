package org.cumulet.identity.token;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.auth.Caller;
import org.cumulet.auth.NoToken;
import org.cumulet.identity.wire.Flags;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v3/auth/tokens`: log in, ask about a token, end one.
@Path("/identity/v3/auth/tokens")
@RunOnVirtualThread
class TokenResource {

    private static final String SUBJECT = "X-Subject-Token";

    private final ProofService proofs;
    private final ScopeService scopes;
    private final LoginService logins;
    private final TokenService tokens;

    TokenResource(ProofService proofs, ScopeService scopes, LoginService logins, TokenService tokens) {
        this.proofs = proofs;
        this.scopes = scopes;
        this.logins = logins;
        this.tokens = tokens;
    }

    @POST
    @NoToken
    public RestResponse<TokenView.One> login(@NotNull @Valid AuthRequest request, @Context UriInfo uri) {
        var auth = request.auth();
        var proof = proofs.check(auth.identity());
        var issued = logins.login(proof, scopes.wish(proof, auth.scope()));
        return answer(RestResponse.Status.CREATED, issued.token(), issued.caller(), new Flags(uri));
    }

    @GET
    public RestResponse<TokenView.One> validate(@HeaderParam(SUBJECT) @Nullable String token, @Context UriInfo uri) {
        var subject = tokens.validate(token, new Flags(uri).isOn("allow_expired"));
        return answer(RestResponse.Status.OK, String.valueOf(token), subject, new Flags(uri));
    }

    @DELETE
    public void revoke(@HeaderParam(SUBJECT) @Nullable String token) {
        tokens.revoke(token);
    }

    private RestResponse<TokenView.One> answer(RestResponse.Status status, String token, Caller caller, Flags flags) {
        var view = TokenView.of(tokens.describe(caller, !flags.isOn("nocatalog")));
        return RestResponse.ResponseBuilder.create(status, new TokenView.One(view))
                .header(SUBJECT, token)
                .header("Vary", "X-Auth-Token")
                .build();
    }
}
