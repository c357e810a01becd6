/// Every workflow has the same three tests: the happy story, wherever it fails nothing is left behind, each step twice.
@NullMarked
package org.cumulet.saga.testing;

import org.jspecify.annotations.NullMarked;
