package org.cumulet.image.image;

import java.util.Locale;

/// Where an image is on its way.
public enum ImageStatus {
    /// A record without bytes.
    QUEUED,
    /// Bytes are coming in.
    SAVING,
    /// Complete, and never changed again.
    ACTIVE,
    /// Complete, but nobody may have the bytes.
    DEACTIVATED,
    /// A stone over an id.
    DELETED;

    /// The name on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
