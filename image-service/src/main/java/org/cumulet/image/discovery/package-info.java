/// What clients ask before they begin.
@NullMarked
package org.cumulet.image.discovery;

import org.jspecify.annotations.NullMarked;
