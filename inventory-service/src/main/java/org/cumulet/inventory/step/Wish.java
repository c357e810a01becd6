package org.cumulet.inventory.step;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.ssh.Grammar;
import org.jspecify.annotations.Nullable;

/// How a host is to be prepared.
///
/// @param steps which steps; all that its roles need where it does not say
/// @param dryRun only show what would be changed
/// @param bridge a bridge for servers, with the interface that is to be its port
/// @param timeSource where controllers get the time from; what is set for all where it does not say
/// @param removeOldTimeJobs take jobs that set the clock (ntpdate and the like) out of cron
public record Wish(
        @Nullable @Size(min = 1, max = 16) List<@NotNull StepName> steps,
        @Nullable Boolean dryRun,
        @Nullable @Valid Bridge bridge,
        @Nullable String timeSource,
        @Nullable Boolean removeOldTimeJobs) {

    private static final String INTERFACE = "[A-Za-z0-9][A-Za-z0-9._-]{0,14}";

    public record Bridge(
            @NotNull @Pattern(regexp = INTERFACE) String name,
            @NotNull @Pattern(regexp = INTERFACE) String port) {}

    public record One(@NotNull @Valid Wish prepare) {}

    public static Wish everything() {
        return new Wish(null, null, null, null, null);
    }

    /// @throws Fault.BadRequest when what is said could be read as something else on a host
    public void check() {
        if (timeSource != null && !Grammar.ADDRESS.matches(timeSource)) {
            throw new Fault.BadRequest("The time_source is not %s.".formatted(Grammar.ADDRESS.what()));
        }
    }

    public boolean onlyShows() {
        return Boolean.TRUE.equals(dryRun);
    }

    boolean removesOldTimeJobs() {
        return Boolean.TRUE.equals(removeOldTimeJobs);
    }

    List<StepName> stepNames() {
        return steps == null ? List.of() : steps;
    }
}
