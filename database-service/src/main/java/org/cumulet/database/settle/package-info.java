/// The workflows that make true on servers what was declared.
@NullMarked
package org.cumulet.database.settle;

import org.jspecify.annotations.NullMarked;
