package org.cumulet.identity.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {

    private static final Map<String, String> VALUES = Map.of("project_id", "p$1", "tenant_id", "p$1", "user_id", "u");

    @Test
    void isFilledInForTheCaller() {
        assertThat(UrlTemplate.fill("http://x/v3", VALUES)).contains("http://x/v3");
        assertThat(UrlTemplate.fill("http://x/AUTH_$(project_id)s/$(user_id)s", VALUES))
                .contains("http://x/AUTH_p$1/u");
        assertThat(UrlTemplate.fill("http://x/%(tenant_id)s", VALUES)).contains("http://x/p$1");
    }

    @Test
    void isNothingForACallerWhoLacksAPart() {
        assertThat(UrlTemplate.fill("http://x/$(project_id)s", Map.of("user_id", "u")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x/$(secret)s", "http://x/$(project_id", "http://x/$(project_id)", "%()s", "%(x)s"})
    void isRefusedWhereNobodyCouldFillItIn(String url) {
        assertThat(UrlTemplate.isKnown(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x", "http://x/%20", "http://x/$(project_id)s/%(tenant_id)s/$(user_id)s"})
    void isFineOtherwise(String url) {
        assertThat(UrlTemplate.isKnown(url)).isTrue();
    }
}
