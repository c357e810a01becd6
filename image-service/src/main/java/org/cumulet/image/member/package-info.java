/// Projects an image is shared with.
@NullMarked
package org.cumulet.image.member;

import org.jspecify.annotations.NullMarked;
