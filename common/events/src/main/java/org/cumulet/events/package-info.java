/// News that cannot be lost: the transactional outbox, its relay to Kafka, consumers that handle an event once.
@NullMarked
package org.cumulet.events;

import org.jspecify.annotations.NullMarked;
