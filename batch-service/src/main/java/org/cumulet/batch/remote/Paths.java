package org.cumulet.batch.remote;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which paths jobs may call.
public final class Paths {

    private static final Pattern PATH = Pattern.compile(
            "(?:/(?!\\.\\.?(?:[/?]|$))(?:[A-Za-z0-9!$&'()*+,;=:@._~-]|%(?![01]|7[Ff]|2[Ff])[0-9A-Fa-f]{2})+)+/?"
                    + "(?:\\?[A-Za-z0-9!$&'()*+,;=:@._~/?%-]*)?");
    private static final int LONGEST = 4000;

    /// Paths by which somebody would be given more, or for longer, than the job has.
    private static final Pattern CLOSED = Pattern.compile(
            "/identity/v3/(?:auth|OS-TRUST|users/[^/]+/(?:application_credentials|access_rules|credentials))(?:[/?].*)?");

    private Paths() {}

    /// What keeps jobs from calling this one, if anything does.
    public static Optional<String> trouble(String path) {
        if (path.length() > LONGEST || !PATH.matcher(path).matches()) {
            return Optional.of("a path of this cloud is expected, such as /compute/v2.1/servers");
        }
        if (!Services.paths().contains(path.split("[/?]", 3)[1])) {
            return Optional.of("no service that jobs can use has this path");
        }
        if (CLOSED.matcher(path).matches()) {
            return Optional.of("a job cannot make tokens, trusts or credentials");
        }
        return Optional.empty();
    }
}
