package org.cumulet.identity.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A user as the API shows it.
public record UserView(
        String id,
        String name,
        String domainId,
        boolean enabled,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String defaultProjectId,
        Map<String, Object> options,
        @Nullable String passwordExpiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FederatedView> federated,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    static UserView of(User user, Links links) {
        return new UserView(
                user.id(),
                user.name(),
                user.domainId(),
                user.isEnabled(),
                user.defaultProjectId().orElse(null),
                user.options(),
                user.passwordExpiresAt().map(Times.MICROS::of).orElse(null),
                user.federated().map(FederatedView::of).map(List::of).orElse(null),
                new Self(links.to("users", user.id())),
                user.extra());
    }

    /// Who outside vouches for a user.
    record FederatedView(String idpId, List<Way> protocols) {

        record Way(String protocolId, String uniqueId) {}

        static FederatedView of(Federated user) {
            return new FederatedView(user.providerId(), List.of(new Way(user.protocolId(), user.uniqueId())));
        }
    }

    record One(UserView user) {}

    public record Many(List<UserView> users, @JsonUnwrapped Listed listed) {

        public static Many of(Page<User> page, Links links) {
            return new Many(page.map(it -> UserView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
