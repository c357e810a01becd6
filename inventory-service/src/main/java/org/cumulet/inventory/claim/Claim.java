package org.cumulet.inventory.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one consumer needs of a host, and which hosts will do.
///
/// @param host the only host that will do, by name or id
/// @param sameHostAs consumers whose host it must be
/// @param differentHostThan consumers whose hosts it must not be
record Claim(
        @NotNull UUID consumerId,
        @NotNull @Pattern(regexp = OWNER) String projectId,
        @NotNull @Pattern(regexp = OWNER) String userId,
        @NotEmpty @Size(max = 20) Map<String, @NotNull @Min(0) Integer> resources,
        @Nullable @Size(max = 255) String host,
        @Nullable @Size(max = 255) String availabilityZone,
        @Size(max = 1000) Set<@NotNull UUID> sameHostAs,
        @Size(max = 1000) Set<@NotNull UUID> differentHostThan) {

    private static final String OWNER = "[A-Za-z0-9-]{1,64}";

    @JsonCreator
    static Claim of(
            UUID consumerId,
            String projectId,
            String userId,
            Map<String, Integer> resources,
            @Nullable String host,
            @Nullable String availabilityZone,
            @Nullable Set<UUID> sameHostAs,
            @Nullable Set<UUID> differentHostThan) {
        return new Claim(
                consumerId,
                projectId,
                userId,
                resources,
                host,
                availabilityZone,
                sameHostAs == null ? Set.of() : sameHostAs,
                differentHostThan == null ? Set.of() : differentHostThan);
    }

    /// What is wanted of each class; a class of which nothing is wanted does not count.
    Map<String, Integer> wanted() {
        var wanted = new TreeMap<>(resources);
        wanted.values().removeIf(amount -> amount == 0);
        return wanted;
    }

    record Many(@NotEmpty @Size(max = 2000) List<@NotNull @Valid Claim> claims) {}
}
