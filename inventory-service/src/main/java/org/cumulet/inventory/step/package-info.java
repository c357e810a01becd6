/// What a host is to be like, step by step, and the script that brings it there or back.
@NullMarked
package org.cumulet.inventory.step;

import org.jspecify.annotations.NullMarked;
