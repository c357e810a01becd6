package org.cumulet.events;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Where a relay delivers: all of it, confirmed, in order, or an exception.
interface Post {

    void deliver(String source, List<OutboxRecord> records)
            throws InterruptedException, ExecutionException, TimeoutException;
}
