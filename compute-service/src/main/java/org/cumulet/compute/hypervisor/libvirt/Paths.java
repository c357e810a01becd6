package org.cumulet.compute.hypervisor.libvirt;

import java.util.UUID;
import org.cumulet.compute.hypervisor.Guest;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.image.DiskImage;

/// Where things of a guest are on its host.
record Paths(Host host, UUID guest) {

    /// Beside the guests, since their disks grow out of images.
    static String images(Host host) {
        return host.instances().substring(0, host.instances().lastIndexOf('/')) + "/images";
    }

    static String image(Host host, DiskImage image) {
        return images(host) + "/" + image.fileName();
    }

    /// All that belongs to the guest.
    String folder() {
        return host.instances() + "/" + guest;
    }

    String disk() {
        return folder() + "/disk.qcow2";
    }

    String drive() {
        return folder() + "/config.iso";
    }

    /// Where libvirt's own log daemon may write.
    String console() {
        return "/var/log/libvirt/qemu/" + Guest.domain(guest) + ".console";
    }
}
