package org.cumulet.compute.flavor;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.jspecify.annotations.Nullable;

/// Which flavors, and in which order.
public class FlavorQuery extends PageQuery {

    @QueryParam("is_public")
    @Nullable
    String isPublic;

    @QueryParam("minRam")
    @Nullable
    String minRam;

    @QueryParam("minDisk")
    @Nullable
    String minDisk;

    @QueryParam("sort_key")
    List<String> sortKeys = List.of();

    @QueryParam("sort_dir")
    List<String> sortDirs = List.of();

    /// Of which visibility; empty means both.
    Optional<Boolean> visibility() {
        if (isPublic == null) {
            return Optional.of(true);
        }
        return switch (isPublic.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.empty();
            case "true", "t", "1", "yes", "y", "on" -> Optional.of(true);
            case "false", "f", "0", "no", "n", "off" -> Optional.of(false);
            default -> throw new Fault.BadRequest("Invalid is_public filter [%s]".formatted(isPublic));
        };
    }

    int minRam() {
        return atLeast("minRam", minRam);
    }

    int minDisk() {
        return atLeast("minDisk", minDisk);
    }

    private static int atLeast(String name, @Nullable String value) {
        if (value == null) {
            return 0;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new Fault.BadRequest("Invalid %s filter [%s]".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
