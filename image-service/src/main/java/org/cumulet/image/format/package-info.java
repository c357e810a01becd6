/// What the bytes of an image really are: looked at while they pass by, in bounded memory.
@NullMarked
package org.cumulet.image.format;

import org.jspecify.annotations.NullMarked;
