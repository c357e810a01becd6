package org.cumulet.identity.policyblob;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;

/// A policy as the API shows it.
public record PolicyBlobView(
        String id,
        String type,
        String blob,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    static PolicyBlobView of(PolicyBlob policy, Links links) {
        return new PolicyBlobView(
                policy.id(), policy.type(), policy.blob(), new Self(links.to("policies", policy.id())), policy.extra());
    }

    public record One(PolicyBlobView policy) {

        public static One of(PolicyBlob policy, Links links) {
            return new One(PolicyBlobView.of(policy, links));
        }
    }

    record Many(
            List<PolicyBlobView> policies, @JsonUnwrapped Listed listed) {

        static Many of(Page<PolicyBlob> page, Links links) {
            return new Many(page.map(it -> PolicyBlobView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
