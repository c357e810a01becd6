package org.cumulet.compute.hypervisor.image;

import java.io.IOException;
import java.io.InputStream;

/// Where the bytes of images come from.
public interface ImageSource {

    /// The caller closes it.
    InputStream open(DiskImage image) throws IOException;
}
