package org.cumulet.identity.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What claims mean here.
class RulesTest {

    private static final Claims ADA = Claims.of(Map.of(
            "sub",
            "42",
            "email",
            "ada@example.org",
            "groups",
            List.of("engineers", "admins", "choir"),
            "realm_access",
            Map.of("roles", List.of("boss")),
            "trick",
            "{0}"));

    private static Rules rules(String version, String json) {
        try {
            return new Rules(
                    new ObjectMapper().readValue(json.replace('\'', '"'), new TypeReference<List<Statement>>() {}),
                    version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Mapped> of(String json) {
        return rules("1.0", json).apply(ADA);
    }

    /// A rule that names a user where the claim fits.
    private static Optional<Mapped> where(String remote) {
        return of("[{'local': [{'user': {'name': 'x'}}], 'remote': [%s]}]".formatted(remote));
    }

    private static List<String> groups(String remote) {
        return of("[{'local': [{'groups': '{0}', 'domain': {'id': 'd'}}], 'remote': [%s]}]".formatted(remote))
                .orElseThrow()
                .groups()
                .stream()
                .map(Mapped.Group::name)
                .toList();
    }

    @Nested
    class Fit {

        @Test
        void whereTheClaimIsThere() {
            assertThat(where("{'type': 'OIDC-email'}")).isPresent();
            assertThat(where("{'type': 'HTTP_OIDC_EMAIL'}")).isPresent();
            assertThat(where("{'type': 'OIDC-realm_access.roles'}")).isPresent();
            assertThat(where("{'type': 'OIDC-phone'}")).isEmpty();
            assertThat(where("{'type': 'OIDC-email'}, {'type': 'OIDC-phone'}")).isEmpty();
        }

        @Test
        void whereItHasOneOfTheValues() {
            assertThat(where("{'type': 'OIDC-groups', 'any_one_of': ['choir', 'x']}"))
                    .isPresent();
            assertThat(where("{'type': 'OIDC-groups', 'any_one_of': ['cho']}")).isEmpty();
            assertThat(where("{'type': 'OIDC-groups', 'any_one_of': ['^cho'], 'regex': true}"))
                    .isPresent();
        }

        @Test
        void whereItHasNoneOfTheValues() {
            assertThat(where("{'type': 'OIDC-groups', 'not_any_of': ['guests']}"))
                    .isPresent();
            assertThat(where("{'type': 'OIDC-groups', 'not_any_of': ['choir']}"))
                    .isEmpty();
            assertThat(where("{'type': 'OIDC-email', 'not_any_of': ['@example.org$'], 'regex': true}"))
                    .isEmpty();
        }
    }

    @Nested
    class TakeOver {

        @Test
        void valuesByTheirNumber() {
            var user = of("""
                    [{'local': [{'user': {'name': '{1}', 'id': '{0}', 'email': '{1}'}}], 'remote': [
                      {'type': 'OIDC-groups', 'any_one_of': ['choir']}, {'type': 'OIDC-sub'}, {'type': 'OIDC-email'}]}]""").orElseThrow().users().getFirst();
            assertThat(user).isEqualTo(new Mapped.User("42", "ada@example.org", "ada@example.org", null, false));
        }

        @Test
        void allOfSeveralValues() {
            assertThat(groups("{'type': 'OIDC-groups'}")).containsExactly("engineers", "admins", "choir");
        }

        @Test
        void onlyThoseOfAWhitelist() {
            assertThat(groups("{'type': 'OIDC-groups', 'whitelist': ['choir', 'x']}"))
                    .containsExactly("choir");
            assertThat(groups("{'type': 'OIDC-groups', 'whitelist': ['^[ae]'], 'regex': true}"))
                    .containsExactly("engineers", "admins");
        }

        @Test
        void allButThoseOfABlacklist() {
            assertThat(groups("{'type': 'OIDC-groups', 'blacklist': ['admins']}"))
                    .containsExactly("engineers", "choir");
        }

        @Test
        void valuesThatLookLikePlacesAsTheyAre() {
            var user = of("""
                    [{'local': [{'user': {'name': '{0}/{1}'}}],
                      'remote': [{'type': 'OIDC-trick'}, {'type': 'OIDC-sub'}]}]""").orElseThrow().users().getFirst();
            assertThat(user.name()).isEqualTo("{0}/42");
        }

        @Test
        void onlyOneWhereOneIsNeeded() {
            assertThatThrownBy(
                            () -> of("[{'local': [{'user': {'name': '{0}'}}], 'remote': [{'type': 'OIDC-groups'}]}]"))
                    .isInstanceOf(Fault.Unauthorized.class);
        }

        @Test
        void whatAllFittingRulesSay() {
            var mapped = of("""
                    [{'local': [{'user': {'name': 'first'}, 'group': {'id': 'g1'}}], 'remote': [{'type': 'OIDC-sub'}]},
                     {'local': [{'user': {'name': 'second'}}, {'group_ids': 'g2'}], 'remote': [{'type': 'OIDC-sub'}]},
                     {'local': [{'group': {'id': 'g3'}}], 'remote': [{'type': 'OIDC-phone'}]}]""").orElseThrow();
            assertThat(mapped.users().getFirst().name()).isEqualTo("first");
            assertThat(mapped.groupIds()).containsExactlyInAnyOrder("g1", "g2");
        }

        @Test
        void domainsThatTheRulesNameSinceVersionTwo() {
            var json = """
                    [{'local': [{'domain': {'name': 'Staff'}, 'user': {'name': 'x'},
                       'projects': [{'name': 'p', 'roles': [{'name': 'member'}]}]}],
                      'remote': [{'type': 'OIDC-sub'}]}]""";
            var staff = new Mapped.Domain(null, "Staff");
            assertThat(rules("2.0", json)
                            .apply(ADA)
                            .orElseThrow()
                            .users()
                            .getFirst()
                            .domain())
                    .isEqualTo(staff);
            assertThat(rules("2.0", json).apply(ADA).orElseThrow().projects().getFirst())
                    .isEqualTo(new Mapped.Project("p", staff, List.of("member")));
            assertThat(rules("1.0", json)
                            .apply(ADA)
                            .orElseThrow()
                            .users()
                            .getFirst()
                            .domain())
                    .isNull();
        }
    }

    @Nested
    class AreRefused {

        private void refused(String local, String remote) {
            assertThatThrownBy(() -> rules("1.0", "[{'local': [%s], 'remote': [%s]}]".formatted(local, remote))
                            .mustBeUseful())
                    .isInstanceOf(Fault.BadRequest.class);
        }

        @Test
        void whereTheyCouldNeverHold() {
            refused("{'user': {'name': '{1}'}}", "{'type': 'OIDC-sub'}");
            refused("{'user': {'name': '{0}'}}", "{'type': 'OIDC-sub', 'any_one_of': ['x']}");
            refused("{'groups': '{0}'}", "{'type': 'OIDC-sub'}");
            refused("{'group': {'name': 'x'}}", "{'type': 'OIDC-sub'}");
            refused("{'user': {'name': 'x'}}", "{'type': 'OIDC-sub', 'whitelist': ['['], 'regex': true}");
            refused("{'user': {'name': 'x'}}", "{'type': 'OIDC-sub', 'whitelist': ['x'], 'any_one_of': ['x']}");
        }
    }
}
