package org.cumulet.once;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Caller;
import org.cumulet.auth.TokenVerifier;
import org.jspecify.annotations.Nullable;

/// Who may use keys, and where they are remembered: for a request that carries many, one for each of its parts.
@Singleton
public class OnceKeys {

    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z/_.-]{8,120}");

    private final TokenVerifier verifier;
    private final Instance<AgroalDataSource> databases;

    OnceKeys(TokenVerifier verifier, @Any Instance<AgroalDataSource> databases) {
        this.verifier = verifier;
        this.databases = databases;
    }

    /// @param token of the service that sends them
    /// @throws Fault.Forbidden where it is not one of our services
    public void mustBeOurs(Collection<String> keys, @Nullable String token) {
        var isService =
                token != null && verifier.find(token).filter(Caller::isService).isPresent();
        if (!isService || !keys.stream().allMatch(key -> KEY.matcher(key).matches())) {
            throw new Fault.Forbidden(Once.HEADER + " is for services of this cloud.");
        }
    }

    /// What this service remembers.
    public Handled of(String service) {
        return new Handled(
                databases.select(new DataSource.DataSourceLiteral(service)).get());
    }
}
