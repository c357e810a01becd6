package org.cumulet.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Which requests an access rule is about.
class AccessRuleTest {

    private static boolean allows(String pattern, String path) {
        return new AccessRule("compute", "GET", pattern).allows("GET", path);
    }

    @Test
    void namesAPathWithTheServicesOwnOrBelowIt() {
        assertThat(allows("/v2.1/servers", "/compute/v2.1/servers")).isTrue();
        assertThat(allows("/compute/v2.1/servers", "/compute/v2.1/servers")).isTrue();
        assertThat(allows("/v2.1/servers", "/compute/v2.1/servers/1")).isFalse();
        assertThat(allows("/v2.1/servers", "/compute/v2.1/server")).isFalse();
        assertThat(allows("/", "/compute")).isTrue();
    }

    @Test
    void isAboutOneServiceAndOneMethod() {
        var rule = new AccessRule("compute", "GET", "/v2.1/servers");
        assertThat(rule.allows("POST", "/compute/v2.1/servers")).isFalse();
        assertThat(rule.allows("HEAD", "/compute/v2.1/servers")).isFalse();
        assertThat(rule.allows("GET", "/network/v2.1/servers")).isFalse();
        assertThat(rule.allows("GET", "/computer/v2.1/servers")).isFalse();
        assertThat(new AccessRule("volumev3", "GET", "/v3/*/volumes").allows("GET", "/volume/v3/p/volumes"))
                .isTrue();
    }

    @Test
    void hasPlaceholdersForOnePartOrForAnyNumber() {
        assertThat(allows("/v2.1/servers/*/ips", "/compute/v2.1/servers/1/ips")).isTrue();
        assertThat(allows("/v2.1/servers/{server_id}/ips", "/compute/v2.1/servers/1/ips"))
                .isTrue();
        assertThat(allows("/v2.1/servers/*", "/compute/v2.1/servers/1/ips")).isFalse();
        assertThat(allows("/v2.1/servers/*", "/compute/v2.1/servers/")).isFalse();
        assertThat(allows("/v2.1/**", "/compute/v2.1/servers/1/ips")).isTrue();
        assertThat(allows("/v2.1/**/ips", "/compute/v2.1/servers/1/ips")).isTrue();
        assertThat(allows("/v2.1/**/ips", "/compute/v2.1/servers/1/action")).isFalse();
        assertThat(allows("/v2.1/ser*s", "/compute/v2.1/servers")).isTrue();
    }

    @Test
    void takesNoTimeWhateverItSays() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(allows("/" + "**a".repeat(42), "/compute/" + "a".repeat(4000) + "b"))
                        .isFalse());
    }
}
