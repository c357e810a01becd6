package org.cumulet.identity.federation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings of federation, below `cumulet.identity.federation`: whom identity speaks to is said here and nowhere else.
@ConfigMapping(prefix = "cumulet.identity.federation")
public interface FederationSettings {

    /// Addresses of dashboards that may be given a token after a login in the browser, exactly as they name themselves
    /// (`https://dashboard.example.org/auth/websso/`).
    Optional<List<String>> trustedDashboards();

    /// OpenID Connect providers, each by a name of the operator's choice.
    Map<String, Provider> oidc();

    /// One OpenID Connect provider.
    interface Provider {

        /// What it calls itself, exactly as in its tokens; an identity provider with this remote id rests on it.
        String issuer();

        /// What it calls us.
        String clientId();

        /// What we show it to fetch a token after a login in the browser; none for a public client.
        Optional<String> clientSecret();

        /// For whom an access token must be meant: one of these; for `client-id` where nothing is said.
        Optional<List<String>> audiences();

        /// What is asked for at a login in the browser.
        @WithDefault("openid,profile,email")
        List<String> scopes();
    }
}
