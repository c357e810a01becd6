package org.cumulet.identity.token;

import jakarta.inject.Singleton;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.audit.Suspect;
import org.cumulet.identity.federation.FederationService;
import org.cumulet.identity.federation.FederationService.Visitor;
import org.cumulet.identity.federation.OpenIdService;
import org.cumulet.identity.federation.OpenIdService.Begun;
import org.cumulet.identity.token.LoginService.Incomplete;
import org.cumulet.identity.token.LoginService.Issued;
import org.jspecify.annotations.Nullable;

/// Logging in by the word of an identity provider: with one of its tokens, or through a browser.
@Singleton
class FederatedLoginService {

    private static final String BEARER = "Bearer ";

    private final FederationService federations;
    private final OpenIdService openId;
    private final LoginService logins;
    private final Suspect suspect;

    FederatedLoginService(FederationService federations, OpenIdService openId, LoginService logins, Suspect suspect) {
        this.federations = federations;
        this.openId = openId;
        this.logins = logins;
        this.suspect = suspect;
    }

    /// @param authorization the header of that name
    Issued login(String providerId, String protocolId, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            federations.open(providerId, protocolId);
            throw new Fault.Unauthorized();
        }
        var token = authorization.substring(BEARER.length()).strip();
        return issue(federations.enter(providerId, protocolId, token));
    }

    Begun begin(String protocolId, @Nullable String origin) {
        var trusted = openId.trusted(origin);
        var provider = federations.only(protocolId);
        return openId.begin(provider.id(), protocolId, provider.remoteIds(), trusted);
    }

    Begun begin(String providerId, String protocolId, @Nullable String origin) {
        var trusted = openId.trusted(origin);
        var provider = federations.open(providerId, protocolId);
        return openId.begin(providerId, protocolId, provider.remoteIds(), trusted);
    }

    /// A token for a dashboard.
    record Delivered(String token, String origin) {}

    /// @param cookie what the browser kept since it began
    Delivered end(@Nullable String cookie, @Nullable String state, @Nullable String code) {
        var ended = openId.end(cookie, state, code);
        federations.open(ended.providerId(), ended.protocolId());
        var issued = issue(federations.enter(ended.providerId(), ended.protocolId(), ended.claims()));
        return new Delivered(issued.token(), ended.origin());
    }

    private Issued issue(Visitor visitor) {
        suspect.is(visitor.userId());
        return switch (logins.login(new Proof.ByFederation(visitor), Wish.UNSCOPED)) {
            case Issued issued -> issued;
            case Incomplete _ -> throw new Fault.Unauthorized();
        };
    }
}
