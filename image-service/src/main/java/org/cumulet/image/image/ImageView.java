package org.cumulet.image.image;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.blobs.Fingerprint;
import org.jspecify.annotations.Nullable;

/// An image as the API shows it: flat, properties beside everything else.
record ImageView(
        UUID id,
        @Nullable String name,
        String status,
        String visibility,
        String owner,
        List<String> tags,
        String createdAt,
        String updatedAt,
        int minDisk,
        int minRam,
        @JsonProperty("protected") boolean undeletable,
        @Nullable Long size,
        @Nullable Long virtualSize,
        @Nullable String checksum,
        @Nullable String osHashAlgo,
        @Nullable String osHashValue,
        boolean osHidden,
        @Nullable String diskFormat,
        @Nullable String containerFormat,
        String self,
        String file,
        String schema,
        @JsonAnyGetter Map<String, String> properties) {

    static ImageView of(Image image) {
        var traits = image.traits();
        var print = image.fingerprint();
        var self = "/v2/images/" + image.id();
        return new ImageView(
                image.id(),
                traits.name(),
                image.status().wire(),
                traits.visibility().wire(),
                traits.owner(),
                traits.tags(),
                Times.SECONDS_Z.of(image.createdAt()),
                Times.SECONDS_Z.of(image.updatedAt()),
                traits.minDisk(),
                traits.minRam(),
                traits.undeletable(),
                print.map(Fingerprint::size).orElse(null),
                image.virtualSize().orElse(null),
                print.map(Fingerprint::md5).orElse(null),
                print.map(it -> "sha512").orElse(null),
                print.map(Fingerprint::sha512).orElse(null),
                traits.hidden(),
                traits.diskFormat() == null ? null : traits.diskFormat().wire(),
                traits.containerFormat() == null
                        ? null
                        : traits.containerFormat().wire(),
                self,
                self + "/file",
                "/v2/schemas/image",
                traits.properties());
    }

    /// A page of them.
    record Many(
            List<ImageView> images,
            String first,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            String schema) {}
}
