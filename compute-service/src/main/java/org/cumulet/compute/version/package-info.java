/// Which versions of the API there are.
@NullMarked
package org.cumulet.compute.version;

import org.jspecify.annotations.NullMarked;
