package org.cumulet.inventory.host;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cumulet.api.fault.Fault;
import org.cumulet.inventory.fact.Capacity;
import org.cumulet.ssh.Grammar;
import org.jspecify.annotations.Nullable;

/// A host as an admin describes it.
///
/// @param hostKey the fingerprint of its host key, if it is known
/// @param trustHostKey the key that it shows first is to be believed
/// @param simulation numbers for whoever simulates it
record NewHost(
        @NotNull @Pattern(regexp = NAME) String name,
        HostKind kind,
        @Nullable String address,
        @Nullable @Min(1) @Max(65_535) Integer port,
        @Nullable String user,
        @Nullable String hostKey,
        boolean trustHostKey,
        VirtType virtType,
        @Pattern(regexp = NAME) String availabilityZone,
        boolean enabled,
        @Nullable @Valid Capacity capacity,
        @Nullable @Size(max = 40) Map<@Pattern(regexp = WORD) String, @NotNull @Min(0) Integer> simulation,
        @Size(min = 1) List<@NotNull HostRole> roles,

        @Size(max = 64)
        Map<@Pattern(regexp = Label.KEY) String, @NotNull @Pattern(regexp = Label.VALUE) String> labels) {

    static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";
    static final String WORD = "[a-z][a-z0-9_]{0,62}";

    private static final int SSH_PORT = 22;

    @JsonCreator
    static NewHost of(
            String name,
            @Nullable HostKind kind,
            @Nullable String address,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String hostKey,
            @Nullable Boolean trustHostKey,
            @Nullable VirtType virtType,
            @Nullable String availabilityZone,
            @Nullable Boolean enabled,
            @Nullable Capacity capacity,
            @Nullable Map<String, Integer> simulation,
            @Nullable List<HostRole> roles,
            @Nullable Map<String, String> labels) {
        var ssh = kind == null || kind == HostKind.SSH;
        return new NewHost(
                name,
                kind == null ? HostKind.SSH : kind,
                address,
                ssh && port == null ? Integer.valueOf(SSH_PORT) : port,
                ssh && user == null ? "root" : user,
                hostKey,
                Boolean.TRUE.equals(trustHostKey),
                virtType == null ? VirtType.AUTO : virtType,
                availabilityZone == null ? "nova" : availabilityZone,
                !Boolean.FALSE.equals(enabled),
                capacity,
                simulation,
                roles == null ? List.of(HostRole.COMPUTE) : distinct(roles),
                labels == null ? Map.of() : labels);
    }

    /// In the order of the roles themselves; what is null is left to the validation.
    static List<HostRole> distinct(List<HostRole> roles) {
        return roles.stream().anyMatch(Objects::isNull)
                ? roles
                : roles.stream().distinct().sorted().toList();
    }

    /// @throws Fault.BadRequest when what is said does not fit together
    void check() {
        switch (kind) {
            case SSH -> checkSsh();
            case LOCAL, SIMULATED -> {
                refuse("address", address);
                refuse("port", port);
                refuse("user", user);
                refuse("host_key", hostKey);
                refuse("trust_host_key", trustHostKey ? trustHostKey : null);
            }
        }
        if (kind == HostKind.SIMULATED) {
            need("capacity", capacity);
        } else {
            refuse("capacity", capacity);
            refuse("simulation", simulation);
        }
    }

    private void checkSsh() {
        need("address", address);
        must("address", Grammar.ADDRESS, address);
        must("user", Grammar.USER, user);
        if (trustHostKey == (hostKey != null)) {
            throw new Fault.BadRequest(
                    ("Host '%s' needs either host_key, the fingerprint of its host key, or \"trust_host_key\": true,"
                                    + " to believe the key that it shows first.")
                            .formatted(name));
        }
        if (hostKey != null) {
            must("host_key", Grammar.FINGERPRINT, hostKey);
        }
    }

    private void need(String what, @Nullable Object value) {
        if (value == null) {
            throw new Fault.BadRequest("Host '%s' needs %s.".formatted(name, what));
        }
    }

    private void must(String what, Grammar grammar, @Nullable String value) {
        if (!grammar.matches(value)) {
            throw new Fault.BadRequest("The %s of host '%s' is not %s.".formatted(what, name, grammar.what()));
        }
    }

    private void refuse(String what, @Nullable Object value) {
        if (value != null) {
            throw new Fault.BadRequest("Host '%s' cannot have %s.".formatted(name, what));
        }
    }

    /// Many hosts; all of them are registered, or none is.
    record Many(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid NewHost> hosts) {}
}
