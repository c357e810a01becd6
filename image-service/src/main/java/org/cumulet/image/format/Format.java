package org.cumulet.image.format;

import java.util.Optional;

/// A way to arrange a disk in a file, and how to tell it by its bytes.
interface Format {

    /// As it is called in a message.
    String title();

    /// Which declaration it answers to; nothing, if we take no image of this kind.
    Optional<DiskFormat> answersTo();

    /// Asks for the bytes that tell, from the beginning of the image on.
    void follow(Trail trail);

    /// Looks at the last bytes, once there are no more.
    default void atEnd(Trail trail, Passage passage) {}
}
