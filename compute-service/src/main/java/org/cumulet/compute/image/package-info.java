/// Images, as far as a launch asks for them.
@NullMarked
package org.cumulet.compute.image;

import org.jspecify.annotations.NullMarked;
