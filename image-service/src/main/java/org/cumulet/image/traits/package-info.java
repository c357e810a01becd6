/// What an owner says of an image, and how that is written.
@NullMarked
package org.cumulet.image.traits;

import org.jspecify.annotations.NullMarked;
