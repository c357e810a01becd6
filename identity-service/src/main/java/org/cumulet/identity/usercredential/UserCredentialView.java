package org.cumulet.identity.usercredential;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.usercredential.UserCredentialService.Opened;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A credential as the API shows it.
record UserCredentialView(
        String id,
        String type,
        String blob,
        String userId,
        @Nullable String projectId,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    static UserCredentialView of(Opened opened, Links links) {
        var credential = opened.credential();
        return new UserCredentialView(
                credential.id(),
                credential.type(),
                opened.blob(),
                credential.userId(),
                credential.projectId().orElse(null),
                new Self(links.to("credentials", credential.id())),
                credential.extra());
    }

    record One(UserCredentialView credential) {}

    record Many(
            List<UserCredentialView> credentials,
            @JsonUnwrapped Listed listed) {

        static Many of(Page<Opened> page, Links links) {
            return new Many(page.map(it -> UserCredentialView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
