package org.cumulet.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// A real Kafka: `@WithTestResource(KafkaResource.class)`.
public class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Servers.broker();
    }

    /// It goes with the JVM.
    @Override
    public void stop() {}
}
