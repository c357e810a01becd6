/// The way in and the way out for the bytes of an image.
@NullMarked
package org.cumulet.image.data;

import org.jspecify.annotations.NullMarked;
