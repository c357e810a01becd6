/// New servers: what callers ask for, checked and accepted.
@NullMarked
package org.cumulet.compute.create;

import org.jspecify.annotations.NullMarked;
