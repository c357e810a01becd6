package org.cumulet.identity.token;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import org.cumulet.auth.NoToken;
import org.cumulet.identity.federation.OpenIdService.Begun;
import org.cumulet.identity.wire.Links;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v3/auth/OS-FEDERATION/…`: log in through a browser, for a dashboard.
@Path("/identity/v3/auth/OS-FEDERATION")
@RunOnVirtualThread
class WebSsoResource {

    private static final String COOKIE = "cumulet-login";
    private static final int LOGIN_SECONDS = 600;

    private final FederatedLoginService logins;
    private final Links links;

    WebSsoResource(FederatedLoginService logins, Links links) {
        this.logins = logins;
        this.links = links;
    }

    @GET
    @NoToken
    @Path("/websso/{protocol}")
    @APIResponse(responseCode = "302")
    public RestResponse<Void> begin(String protocol, @QueryParam("origin") @Nullable String origin) {
        return away(logins.begin(protocol, origin));
    }

    @GET
    @NoToken
    @Path("/identity_providers/{idp}/protocols/{protocol}/websso")
    @APIResponse(responseCode = "302")
    public RestResponse<Void> beginAt(String idp, String protocol, @QueryParam("origin") @Nullable String origin) {
        return away(logins.begin(idp, protocol, origin));
    }

    /// Where the provider sends the browser back to.
    @GET
    @NoToken
    @Path("/openid/redirect")
    @Produces(MediaType.TEXT_HTML)
    @APIResponse(responseCode = "200")
    public RestResponse<String> end(
            @CookieParam(COOKIE) @Nullable String cookie,
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code) {
        var page = DeliveryPage.of(logins.end(cookie, state, code));
        return RestResponse.ResponseBuilder.ok(page.html(), MediaType.TEXT_HTML_TYPE)
                .header("Content-Security-Policy", page.policy())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .cookie(cookie("", 0))
                .build();
    }

    private RestResponse<Void> away(Begun login) {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
                .location(URI.create(login.address()))
                .header("Cache-Control", "no-store")
                .cookie(cookie(login.cookie(), LOGIN_SECONDS))
                .build();
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(URI.create(links.root()).getPath() + "/v3/auth/OS-FEDERATION/openid")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(links.root().startsWith("https:"))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
