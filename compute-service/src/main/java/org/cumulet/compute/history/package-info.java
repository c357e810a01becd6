/// What was done to servers, by whom, and how it ended.
@NullMarked
package org.cumulet.compute.history;

import org.jspecify.annotations.NullMarked;
