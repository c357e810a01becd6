package org.cumulet.compute;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;
import org.cumulet.compute.server.FakeLauncher;

/// The API without what makes servers come true.
public class ApiProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeLauncher.class);
    }
}
