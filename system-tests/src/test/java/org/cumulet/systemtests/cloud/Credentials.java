package org.cumulet.systemtests.cloud;

import java.util.Map;

/// A user with a password, in a project; both in the default domain.
public record Credentials(String user, String password, String project) {

    static Credentials of(Map<String, String> environment) {
        return new Credentials(
                environment.get("OS_USERNAME"), environment.get("OS_PASSWORD"), environment.get("OS_PROJECT_NAME"));
    }

    /// What a user exports to a shell.
    Map<String, String> environment() {
        return Map.of("OS_USERNAME", user, "OS_PASSWORD", password, "OS_PROJECT_NAME", project);
    }

    String json() {
        return """
                {"auth": {
                    "identity": {"methods": ["password"], "password": {"user": {
                        "name": "%s", "domain": {"id": "default"}, "password": "%s"}}},
                    "scope": {"project": {"name": "%s", "domain": {"id": "default"}}}}}
                """.formatted(user, password, project);
    }
}
