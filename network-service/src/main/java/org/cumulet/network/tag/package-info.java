/// Words that callers put on their things.
@NullMarked
package org.cumulet.network.tag;

import org.jspecify.annotations.NullMarked;
