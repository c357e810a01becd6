package org.cumulet.compute.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cumulet.compute.web.ComputeVersions;
import org.jspecify.annotations.Nullable;

/// A version of the API as discovery shows it.
record VersionView(
        String id,
        String status,
        String version,
        String minVersion,
        String updated,
        List<Reference> links,

        @JsonProperty("media-types") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<MediaType> mediaTypes) {

    static final Kind V2_0 = new Kind("v2.0", "v2", "2", "SUPPORTED", "", "", "2011-01-21T11:33:21Z");
    static final Kind V2_1 = new Kind(
            "v2.1",
            "v2.1",
            "2.1",
            "CURRENT",
            ComputeVersions.MAXIMUM.toString(),
            ComputeVersions.MINIMUM.toString(),
            "2013-07-23T11:33:21Z");

    /// A link as this document has them; only the one to the documentation has a type.
    record Reference(
            String rel,
            String href,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String type) {}

    /// What an answer of this version is.
    record MediaType(String base, String type) {}

    record One(VersionView version) {}

    record Many(List<VersionView> versions) {
        static Many below(String root) {
            return new Many(List.of(V2_0.listed(root), V2_1.listed(root)));
        }
    }

    /// What does not change from request to request.
    record Kind(
            String id, String path, String media, String status, String version, String minVersion, String updated) {

        VersionView listed(String root) {
            return new VersionView(id, status, version, minVersion, updated, List.of(self(root)), null);
        }

        One described(String root) {
            var documentation =
                    new Reference("describedby", "https://docs.openstack.org/api-ref/compute/", "text/html");
            var type = "application/vnd.openstack.compute+json;version=" + media;
            return new One(new VersionView(
                    id,
                    status,
                    version,
                    minVersion,
                    updated,
                    List.of(self(root), documentation),
                    List.of(new MediaType("application/json", type))));
        }

        private Reference self(String root) {
            return new Reference("self", root + "/" + path + "/", null);
        }
    }
}
