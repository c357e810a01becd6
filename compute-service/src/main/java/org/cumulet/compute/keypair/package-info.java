/// Keypairs: the public keys of a user that open guests.
@NullMarked
package org.cumulet.compute.keypair;

import org.jspecify.annotations.NullMarked;
