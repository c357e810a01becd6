package org.cumulet.compute;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The endpoints of the compute API, from the checked-in table of who is answered what.
public final class Endpoints {

    private Endpoints() {}

    /// `POST /servers/{id}/action lock`, one for each action.
    public static List<String> all() {
        return rows().stream().map(Endpoints::question).toList();
    }

    /// What comes before the path.
    public static String root(String path) {
        return path.equals("/") || path.startsWith("/v2") ? "/compute" : Api.ROOT;
    }

    static List<String> rows() {
        try (var in = Endpoints.class.getResourceAsStream("/policy.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String question(String row) {
        return row.replaceAll("( +\\d{3})+$", "").strip();
    }
}
