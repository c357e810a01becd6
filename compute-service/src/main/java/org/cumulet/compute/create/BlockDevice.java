package org.cumulet.compute.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.LooseBoolean;
import org.cumulet.compute.web.LooseInteger;
import org.cumulet.compute.web.Spoken;
import org.jspecify.annotations.Nullable;

/// A disk a new server asks for. The one we know is a copy of the image on the host.
@Spoken
record BlockDevice(
        @Nullable String uuid,
        @Nullable String sourceType,
        @Nullable String destinationType,

        @JsonDeserialize(using = LooseInteger.class) @Nullable
        Integer bootIndex,

        @JsonDeserialize(using = LooseBoolean.class) @Nullable
        Boolean deleteOnTermination,

        @JsonDeserialize(using = LooseInteger.class) @Nullable
        Integer volumeSize,

        @Nullable String volumeId,
        @Nullable String snapshotId,
        @Nullable String imageId,
        @Nullable String deviceName,
        @Nullable String deviceType,
        @Nullable String diskBus,
        @Nullable String guestFormat,
        @Nullable JsonNode noDevice,
        @Since("2.32") @Nullable String tag,
        @Since("2.67") @Nullable String volumeType) {

    /// The first disk, made from this image.
    boolean isLocalCopyOf(String image) {
        return image.equals(uuid)
                && "image".equals(sourceType)
                && (destinationType == null || "local".equals(destinationType))
                && bootIndex != null
                && bootIndex == 0
                && volumeSize == null
                && noDevice == null;
    }
}
