/// Workflows that survive a crash: steps with ways back, a ledger in PostgreSQL, Kafka as transport.
@NullMarked
package org.cumulet.saga;

import org.jspecify.annotations.NullMarked;
