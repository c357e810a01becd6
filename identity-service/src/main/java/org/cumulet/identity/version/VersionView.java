package org.cumulet.identity.version;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cumulet.identity.wire.Links;

/// The version of the API that is spoken here.
record VersionView(
        String id,
        String status,
        String updated,
        List<Link> links,
        @JsonProperty("media-types") List<MediaType> mediaTypes) {

    record Link(String rel, String href) {}

    record MediaType(String base, String type) {}

    static VersionView of(Links links) {
        return new VersionView(
                "v3.14",
                "stable",
                "2020-04-07T00:00:00Z",
                List.of(new Link("self", links.to(""))),
                List.of(new MediaType("application/json", "application/vnd.openstack.identity-v3+json")));
    }

    record One(VersionView version) {}

    record Many(Values versions) {

        static Many of(Links links) {
            return new Many(new Values(List.of(VersionView.of(links))));
        }
    }

    record Values(List<VersionView> values) {}
}
