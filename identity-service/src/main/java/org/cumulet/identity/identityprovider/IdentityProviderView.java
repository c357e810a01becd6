package org.cumulet.identity.identityprovider;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.jspecify.annotations.Nullable;

/// An identity provider as the API shows it.
record IdentityProviderView(
        String id,
        String domainId,
        @Nullable String description,
        boolean enabled,
        List<String> remoteIds,
        @Nullable Integer authorizationTtl,
        Ways links) {

    record Ways(String self, String protocols) {}

    static IdentityProviderView of(IdentityProvider provider, Links links) {
        var self = links.to("OS-FEDERATION", "identity_providers", provider.id());
        return new IdentityProviderView(
                provider.id(),
                provider.domainId(),
                provider.description(),
                provider.isEnabled(),
                provider.remoteIds(),
                provider.authorizationTtl(),
                new Ways(self, self + "/protocols"));
    }

    record One(IdentityProviderView identityProvider) {}

    record Many(
            List<IdentityProviderView> identityProviders,
            @JsonUnwrapped Listed listed) {

        static Many of(Page<IdentityProvider> page, Links links) {
            return new Many(page.map(it -> IdentityProviderView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
