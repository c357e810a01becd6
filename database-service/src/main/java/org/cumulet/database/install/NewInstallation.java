package org.cumulet.database.install;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cumulet.ssh.Machine;
import org.jspecify.annotations.Nullable;

/// A server to install.
///
/// @param name under which it is registered
/// @param host id of a host of role `database` that inventory knows
/// @param address where it listens, and where this service and its users reach it; the host's own when left out
/// @param from the IPv4 subnet that users and this service come from; anywhere (`0.0.0.0/0`) when left out
record NewInstallation(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}")
        String name,

        @NotNull Installable engine,

        @NotNull @Size(min = 1, max = 64) String host,

        @Nullable @Pattern(regexp = IPV4) String address,

        @Nullable @Min(1024) @Max(65535) Integer port,

        @Nullable @Pattern(regexp = IPV4 + "/(3[0-2]|[12]?\\d)")
        String from) {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";

    private static final String ANYWHERE = "0.0.0.0/0";

    String addressOn(Machine machine) {
        return address == null ? machine.address() : address;
    }

    int portOrUsual() {
        return port == null ? engine.kind().port() : port;
    }

    String fromOrAnywhere() {
        return from == null ? ANYWHERE : from;
    }

    record Request(@NotNull @Valid NewInstallation installation) {}
}
