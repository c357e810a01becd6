package org.cumulet.compute.launch;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.cumulet.compute.hypervisor.Samples;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.compute.hypervisor.image.Images;

/// Every image is there, and the same.
@Alternative
@Singleton
public class FakeImages implements Images {

    @Override
    public DiskImage find(UUID id) {
        return Samples.image();
    }
}
