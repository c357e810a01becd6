/// Bytes in files that are named after what is in them.
@NullMarked
package org.cumulet.blobs;

import org.jspecify.annotations.NullMarked;
