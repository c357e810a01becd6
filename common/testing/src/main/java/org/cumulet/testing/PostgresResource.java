package org.cumulet.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;

/// A real PostgreSQL with a database per named service:
/// `@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value =
/// "identity,image"))`.
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private String services = "";

    @Override
    public void init(Map<String, String> arguments) {
        services = Objects.requireNonNull(arguments.get("services"), "name the services that need a database");
    }

    @Override
    public Map<String, String> start() {
        return Servers.databases(services);
    }

    /// It goes with the JVM.
    @Override
    public void stop() {}
}
