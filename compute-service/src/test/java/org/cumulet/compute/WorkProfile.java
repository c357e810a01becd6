package org.cumulet.compute;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import org.cumulet.compute.launch.FakeCloud;
import org.cumulet.compute.launch.FakeImages;

/// All workflows, on simulated hosts, with inventory and network in memory.
public class WorkProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeCloud.class, FakeImages.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("cumulet.compute.power-watch", "PT1H");
    }
}
