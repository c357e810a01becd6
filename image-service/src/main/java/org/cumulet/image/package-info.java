/// Images: what is known of them, and their bytes.
@NullMarked
package org.cumulet.image;

import org.jspecify.annotations.NullMarked;
