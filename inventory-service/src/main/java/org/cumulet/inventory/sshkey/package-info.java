/// The key by which the cloud is known to its hosts.
@NullMarked
package org.cumulet.inventory.sshkey;

import org.jspecify.annotations.NullMarked;
