/// The names by which old clients find out what there is.
@NullMarked
package org.cumulet.compute.extension;

import org.jspecify.annotations.NullMarked;
