/// What is done to servers that exist: changed, started, stopped, labelled, deleted.
@NullMarked
package org.cumulet.compute.change;

import org.jspecify.annotations.NullMarked;
