/// PostgreSQL and Kafka on a machine that has neither.
@NullMarked
package org.cumulet.embedded;

import org.jspecify.annotations.NullMarked;
