/// What disks begin as: records and bytes as the image service has them.
@NullMarked
package org.cumulet.compute.hypervisor.image;

import org.jspecify.annotations.NullMarked;
