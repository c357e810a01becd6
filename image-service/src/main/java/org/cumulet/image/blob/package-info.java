/// Bytes in files that are named after what is in them.
@NullMarked
package org.cumulet.image.blob;

import org.jspecify.annotations.NullMarked;
