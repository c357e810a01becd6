package org.cumulet.embedded;

import java.nio.file.Path;

/// How one broker for one machine is set: on loopback, with little memory, few partitions and a bounded log.
record KafkaConfiguration(int port, int controllerPort, Path data) {

    String text() {
        return """
                # Written anew at every start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s

                num.partitions=4
                auto.create.topics.enable=true
                log.retention.hours=168
                log.retention.bytes=268435456
                log.segment.bytes=67108864
                log.index.size.max.bytes=524288
                log.cleaner.dedupe.buffer.size=4194304
                group.initial.rebalance.delay.ms=0

                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                offsets.topic.segment.bytes=16777216
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=4

                num.network.threads=2
                num.io.threads=4
                background.threads=2
                num.recovery.threads.per.data.dir=1
                """.formatted(port, controllerPort, data);
    }
}
