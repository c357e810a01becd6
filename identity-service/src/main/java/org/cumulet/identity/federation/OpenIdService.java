package org.cumulet.identity.federation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.events.Service;
import org.cumulet.identity.mapping.Claims;
import org.cumulet.identity.secret.Sealer;
import org.cumulet.identity.wire.Links;
import org.jspecify.annotations.Nullable;

/// Speaks to the OpenID Connect providers that the settings name, and to no others.
@Singleton
public class OpenIdService {

    private static final Duration LONGEST_LOGIN = Duration.ofMinutes(10);

    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final FederationSettings settings;
    private final List<OpenIdProvider> providers;
    private final Sealer sealer;
    private final Links links;
    private final Clock clock;

    OpenIdService(FederationSettings settings, Sealer sealer, Links links, @Service("identity") Clock clock) {
        this.settings = settings;
        this.providers =
                settings.oidc().values().stream().map(OpenIdProvider::new).toList();
        this.sealer = sealer;
        this.links = links;
        this.clock = clock;
    }

    /// Settings that cannot be are refused before anybody asks.
    void check(@Observes StartupEvent started) {}

    /// A login that begins in a browser.
    ///
    /// @param address where the browser goes
    /// @param cookie what it keeps meanwhile
    public record Begun(String address, String cookie) {}

    /// A login in a browser that came to its end.
    public record Ended(String providerId, String protocolId, String origin, Claims claims) {}

    /// What a token says that one of these issuers has signed for us.
    ///
    /// @throws Fault.Unauthorized when none of them has, or it is not good
    public Claims read(Collection<String> issuers, String token) {
        return providers.stream()
                .filter(it -> issuers.contains(it.issuer()))
                .flatMap(it -> it.read(token).stream())
                .findFirst()
                .map(Claims::of)
                .orElseThrow(Fault.Unauthorized::new);
    }

    /// Whether one of these issuers is known.
    public boolean knows(Collection<String> issuers) {
        return providers.stream().anyMatch(it -> issuers.contains(it.issuer()));
    }

    /// @throws Fault.Unauthorized when nobody said that this dashboard may be trusted
    public String trusted(@Nullable String origin) {
        return settings.trustedDashboards().orElse(List.of()).stream()
                .filter(it -> it.equals(origin))
                .findFirst()
                .orElseThrow(() -> Fault.Unauthorized.saying("The origin is not a trusted dashboard."));
    }

    /// @throws Fault.Forbidden when the settings know none of these issuers
    public Begun begin(String providerId, String protocolId, Collection<String> issuers, String origin) {
        var provider = providers.stream()
                .filter(it -> issuers.contains(it.issuer()))
                .findFirst()
                .orElseThrow(() -> new Fault.Forbidden(
                        "The settings of identity know no issuer of identity provider %s.".formatted(providerId)));
        var login = WebLogin.of(
                providerId,
                protocolId,
                provider.issuer(),
                origin,
                clock.instant().plus(LONGEST_LOGIN));
        return new Begun(provider.loginAddress(login, comeBack()), seal(login));
    }

    /// @param cookie what the browser kept
    /// @throws Fault.Unauthorized when it was not this browser that began, or the provider does not know the login
    public Ended end(@Nullable String cookie, @Nullable String state, @Nullable String code) {
        var login = open(cookie)
                .filter(it -> state != null && it.isOf(state))
                .filter(it -> clock.instant().isBefore(it.expiresAt()))
                .orElseThrow(Fault.Unauthorized::new);
        var claims = providers.stream()
                .filter(it -> it.issuer().equals(login.issuer()))
                .flatMap(it -> it.redeem(String.valueOf(code), login, comeBack()).stream())
                .findFirst()
                .orElseThrow(Fault.Unauthorized::new);
        return new Ended(login.providerId(), login.protocolId(), trusted(login.origin()), Claims.of(claims));
    }

    private String comeBack() {
        return links.to("auth", "OS-FEDERATION", "openid", "redirect");
    }

    private String seal(WebLogin login) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealer.seal(json.writeValueAsBytes(login)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<WebLogin> open(@Nullable String cookie) {
        try {
            return cookie == null
                    ? Optional.empty()
                    : Optional.of(
                            json.readValue(sealer.open(Base64.getUrlDecoder().decode(cookie)), WebLogin.class));
        } catch (IOException | RuntimeException noneOfOurs) {
            return Optional.empty();
        }
    }
}
