package org.cumulet.events;

/// Topics that should exist. Kafka may be absent when a service starts: they are made in the background when it comes.
public interface Topics {

    void ensure(String name, int partitions, boolean compacted);
}
