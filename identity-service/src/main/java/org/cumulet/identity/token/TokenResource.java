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
import java.util.List;
import org.cumulet.auth.Caller;
import org.cumulet.auth.NoToken;
import org.cumulet.identity.token.AuthRequest.Auth;
import org.cumulet.identity.token.LoginService.Incomplete;
import org.cumulet.identity.token.LoginService.Issued;
import org.cumulet.identity.token.LoginService.Outcome;
import org.cumulet.identity.wire.Flags;
import org.cumulet.identity.wire.Links;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v3/auth/tokens`: log in, ask about a token, end one.
@Path("/identity/v3/auth/tokens")
@RunOnVirtualThread
class TokenResource {

    private static final String SUBJECT = TokenView.HEADER;
    private static final String RECEIPT = "Openstack-Auth-Receipt";

    private final RecentLogins recent;
    private final ProofService proofs;
    private final ScopeService scopes;
    private final LoginService logins;
    private final TokenService tokens;
    private final ReceiptService receipts;
    private final Links links;

    TokenResource(
            RecentLogins recent,
            ProofService proofs,
            ScopeService scopes,
            LoginService logins,
            TokenService tokens,
            ReceiptService receipts,
            Links links) {
        this.recent = recent;
        this.proofs = proofs;
        this.scopes = scopes;
        this.logins = logins;
        this.tokens = tokens;
        this.receipts = receipts;
        this.links = links;
    }

    @POST
    @NoToken
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TokenView.One.class)))
    @APIResponse(responseCode = "401", content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public RestResponse<?> login(
            @NotNull @Valid AuthRequest request, @HeaderParam(RECEIPT) @Nullable String receipt, @Context UriInfo uri) {
        var auth = request.auth();
        return switch (receipt == null ? recent.of(auth, () -> login(auth, null)) : login(auth, receipt)) {
            case Issued(var token, var caller) -> answer(RestResponse.Status.CREATED, token, caller, new Flags(uri));
            case Incomplete(var shown, var required) -> incomplete(shown, required);
        };
    }

    private Outcome login(Auth auth, @Nullable String receipt) {
        var proof = proofs.check(auth.identity(), receipt);
        return logins.login(proof, scopes.wish(proof, auth.scope()));
    }

    private RestResponse<ReceiptView> incomplete(Receipt receipt, List<List<String>> required) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.UNAUTHORIZED, ReceiptView.of(receipt, required))
                .header(RECEIPT, receipts.seal(receipt))
                .header("WWW-Authenticate", "Keystone uri=\"%s\"".formatted(links.root()))
                .build();
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
        return TokenView.One.answer(status, token, tokens.describe(caller, !flags.isOn("nocatalog")));
    }
}
