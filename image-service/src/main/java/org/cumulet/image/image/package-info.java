/// What is known of an image, and who may see and change it.
@NullMarked
package org.cumulet.image.image;

import org.jspecify.annotations.NullMarked;
