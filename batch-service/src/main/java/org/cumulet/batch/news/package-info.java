/// Events for those without Kafka: kept in the order in which they were heard, shown to whom they concern.
@NullMarked
package org.cumulet.batch.news;

import org.jspecify.annotations.NullMarked;
