package org.cumulet.api.url;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The address under which callers know this cloud, without a slash at its end: `https://cloud.example`.
///
/// A configured address (`cumulet.public-url`) wins; else what the gateway says in `X-Forwarded-*`; else what the
/// request itself was sent to.
@Singleton
public class PublicUrl {

    private final Optional<String> configured;

    PublicUrl(@ConfigProperty(name = "cumulet.public-url") Optional<String> configured) {
        this.configured = configured.map(PublicUrl::withoutSlash);
    }

    /// The configured address, if there is one.
    public Optional<String> configured() {
        return configured;
    }

    public String of(UriInfo uri, HttpHeaders headers) {
        return configured.orElseGet(() -> {
            var host = first(headers.getHeaderString("X-Forwarded-Host"));
            var scheme = first(headers.getHeaderString("X-Forwarded-Proto"));
            var asked = uri.getRequestUri();
            return (scheme == null ? asked.getScheme() : scheme) + "://"
                    + (host == null ? asked.getRawAuthority() : host);
        });
    }

    private static @Nullable String first(@Nullable String list) {
        return list == null || list.isBlank() ? null : list.split(",", 2)[0].strip();
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
