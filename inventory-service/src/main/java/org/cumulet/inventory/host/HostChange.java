package org.cumulet.inventory.host;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.inventory.fact.Capacity;
import org.cumulet.ssh.Grammar;
import org.jspecify.annotations.Nullable;

/// What an admin wants to be different; what is not said stays.
record HostChange(
        @Nullable @Pattern(regexp = NewHost.NAME) String name,
        @Nullable String address,
        @Nullable @Min(1) @Max(65_535) Integer port,
        @Nullable String user,
        @Nullable String hostKey,
        @Nullable Boolean trustHostKey,
        @Nullable VirtType virtType,
        @Nullable @Pattern(regexp = NewHost.NAME) String availabilityZone,
        @Nullable Boolean enabled,

        @Nullable @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*")
        String disabledReason,

        @Nullable @Valid Capacity capacity,
        @Nullable @Size(max = 40) Map<@Pattern(regexp = NewHost.WORD) String, @NotNull @Min(0) Integer> simulation,
        @Nullable @Size(min = 1) List<@NotNull HostRole> roles,

        @Nullable @Size(max = 64)
        Map<@Pattern(regexp = Label.KEY) String, @NotNull @Pattern(regexp = Label.VALUE) String> labels) {

    /// @throws Fault.BadRequest when a host of this kind cannot be changed so
    void check(HostKind kind) {
        if (kind != HostKind.SSH) {
            refuse("address", address);
            refuse("port", port);
            refuse("user", user);
            refuse("host_key", hostKey);
            refuse("trust_host_key", trustHostKey);
        }
        if (kind != HostKind.SIMULATED) {
            refuse("capacity", capacity);
            refuse("simulation", simulation);
        }
        must("address", Grammar.ADDRESS, address);
        must("user", Grammar.USER, user);
        must("host_key", Grammar.FINGERPRINT, hostKey);
        if (hostKey != null && Boolean.TRUE.equals(trustHostKey)) {
            throw new Fault.BadRequest("Either host_key or trust_host_key, not both.");
        }
    }

    private static void must(String what, Grammar grammar, @Nullable String value) {
        if (value != null && !grammar.matches(value)) {
            throw new Fault.BadRequest("The %s is not %s.".formatted(what, grammar.what()));
        }
    }

    private static void refuse(String what, @Nullable Object value) {
        if (value != null) {
            throw new Fault.BadRequest("This host cannot have %s.".formatted(what));
        }
    }

    record One(@NotNull @Valid HostChange host) {}
}
