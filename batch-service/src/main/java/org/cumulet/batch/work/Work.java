package org.cumulet.batch.work;

import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cumulet.events.HeardEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears of jobs that have something to do, and of servers. Whatever it hears, only the ledger says what is done.
@Singleton
public class Work {

    private final Dispatcher dispatcher;

    Work(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("batchwork")
    public void hearOfJob(String job) {
        dispatcher.nudge();
    }

    @Incoming("batchservers")
    public void hearOfServer(ConsumerRecord<String, String> record) {
        var event = HeardEvent.of(record);
        if (!event.type().endsWith(".requested") && !event.type().endsWith(".scheduled")) {
            dispatcher.heardOf(event.subject());
        }
    }
}
