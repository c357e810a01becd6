package org.cumulet.identity.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.SearchScope;
import java.util.HashMap;
import java.util.Map;
import org.cumulet.identity.ldap.LdapOptions.Kind;
import org.junit.jupiter.api.Test;

/// The options of a directory, by Keystone's names.
class LdapOptionsTest {

    private static LdapOptions options(Map<String, Object> own) {
        var all = new HashMap<String, Object>(Map.of(
                "user_enabled_default", "True",
                "user_enabled_mask", 0,
                "user_enabled_invert", false,
                "suffix", "dc=example",
                "query_scope", "one"));
        all.putAll(own);
        return new LdapOptions(all);
    }

    @Test
    void trees() {
        assertThat(options(Map.of()).tree(Kind.USER)).isEqualTo("ou=Users,dc=example");
        assertThat(options(Map.of()).tree(Kind.GROUP)).isEqualTo("ou=UserGroups,dc=example");
        assertThat(options(Map.of("user_tree_dn", "ou=People,dc=x")).tree(Kind.USER))
                .isEqualTo("ou=People,dc=x");
    }

    @Test
    void whoIsEnabledByAWord() {
        var usual = options(Map.of());
        assertThat(usual.isEnabled("TRUE")).isTrue();
        assertThat(usual.isEnabled("FALSE")).isFalse();
        assertThat(usual.isEnabled(null)).isTrue();
        assertThat(usual.isEnabled("whatever")).isFalse();
    }

    @Test
    void whoIsEnabledByTheOppositeOfAWord() {
        var inverted = options(Map.of("user_enabled_invert", "true", "user_enabled_default", "False"));
        assertThat(inverted.isEnabled("TRUE")).isFalse();
        assertThat(inverted.isEnabled("FALSE")).isTrue();
        assertThat(inverted.isEnabled(null)).isTrue();
        assertThat(inverted.isEnabled("whatever")).isFalse();
    }

    @Test
    void whoIsEnabledByABit() {
        var masked = options(Map.of("user_enabled_mask", "2", "user_enabled_default", "512"));
        assertThat(masked.isEnabled("512")).isTrue();
        assertThat(masked.isEnabled("514")).isFalse();
        assertThat(masked.isEnabled(null)).isTrue();
        assertThat(masked.isEnabled("TRUE")).isFalse();
    }

    @Test
    void areRefusedWhereTheyCannotBe() {
        assertThat(options(Map.of("query_scope", "sub")).scope()).isEqualTo(SearchScope.SUB);
        assertThatThrownBy(() -> options(Map.of("query_scope", "all")).scope())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options(Map.of("page_size", "many")).pageSize())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options(Map.of()).urls()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepTheirPasswordToThemselves() {
        assertThat(options(Map.of("url", "ldap://x", "password", "hush")).toString())
                .doesNotContain("hush");
    }
}
