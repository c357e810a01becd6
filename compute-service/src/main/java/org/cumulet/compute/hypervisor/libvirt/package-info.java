/// Guests under libvirt, by virsh, over SSH or on this machine.
@NullMarked
package org.cumulet.compute.hypervisor.libvirt;

import org.jspecify.annotations.NullMarked;
