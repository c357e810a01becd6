package org.cumulet.database.server;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cumulet.database.engine.EngineKind;
import org.jspecify.annotations.Nullable;

/// A server to register.
///
/// @param host its name or IPv4 address, as this service and its users reach it
/// @param adminUser who may everything there
/// @param adminPassword never shown again
record NewServer(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}")
        String name,

        @NotNull EngineKind engine,

        @NotNull @Pattern(regexp = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
        String host,

        @Nullable @Min(1) @Max(65535) Integer port,

        @NotNull @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_-]{0,31}")
        String adminUser,

        @NotNull @Size(min = 1, max = 128) String adminPassword) {

    int portOrUsual() {
        return port == null ? engine.port() : port;
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(name, host);
    }

    record Request(@NotNull @Valid NewServer server) {}
}
