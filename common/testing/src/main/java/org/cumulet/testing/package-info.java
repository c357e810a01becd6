/// What tests of the house share.
@NullMarked
package org.cumulet.testing;

import org.jspecify.annotations.NullMarked;
