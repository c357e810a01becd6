package org.cumulet.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cumulet.auth.Trial.TrialRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules as an operator's file has them.
class PolicyTest {

    @TempDir
    private Path folder;

    private final Caller member = in(Tokens.project("p1"), Roles.MEMBER);
    private final Caller admin = in(Tokens.project("p1"), Roles.ADMIN);

    private static Caller in(Scope scope, String... roles) {
        return Tokens.caller(scope, Instant.now(), Duration.ofHours(1), roles);
    }

    private Policy of(String text) {
        try {
            var file = Files.writeString(folder.resolve("policy.yaml"), text);
            var bases = Map.of("admin_required", "role:admin", "owner", "user_id:%(user_id)s");
            return new Policy(new PolicySource(Optional.of(file), List.of(TrialRule.values()), bases));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean reads(String check, Caller caller, Target target) {
        return of("\"trial:things:index\": \"" + check + "\"").allows(TrialRule.READ, caller, target);
    }

    private boolean reads(String check, Caller caller) {
        return reads(check, caller, Target.NONE);
    }

    @Nested
    class AFile {

        @Test
        void changesTheRulesItNamesAndNoOther() {
            var policy = of("\"trial:things:rule\": \"role:member\"");
            assertThat(policy.allows(TrialRule.RULE, member, Target.NONE)).isTrue();
            assertThat(policy.allows(TrialRule.RULE, admin, Target.NONE)).isFalse();
            assertThat(policy.allows(TrialRule.READ, in(Tokens.project("p1"), Roles.READER), Target.NONE))
                    .isTrue();
        }

        @Test
        void mayBeJsonOrEmpty() {
            assertThat(of("{\"trial:things:rule\": \"@\"}").allows(TrialRule.RULE, member, Target.NONE))
                    .isTrue();
            assertThat(of("# nothing").allows(TrialRule.RULE, admin, Target.NONE))
                    .isTrue();
        }

        /// Security case 13.
        @Test
        void withARuleThatNobodyHasStopsTheStart() {
            assertThatThrownBy(() -> of("\"trial:thing:rule\": \"role:admin\""))
                    .hasMessageContaining("there is no rule trial:thing:rule");
        }

        @Test
        void thatCannotBeUnderstoodStopsTheStart() {
            for (var check : List.of(
                    "rule:nothing",
                    "role:a and",
                    "(role:a",
                    "role:a)",
                    "color:blue",
                    "user_id:%(target.color)s",
                    "user_id:%(user_id",
                    "admin",
                    "rule:trial:things:index",
                    "role:a role:b")) {
                assertThatThrownBy(() -> reads(check, member)).as(check).isInstanceOf(IllegalStateException.class);
            }
            assertThatThrownBy(() -> of("- a list")).isInstanceOf(RuntimeException.class);
        }
    }

    @Nested
    class ACheck {

        private final Target mine = Target.user("u1");
        private final Target anothers = Target.user("u2");

        @Test
        void combinesOthers() {
            assertThat(reads("role:admin or role:member", member)).isTrue();
            assertThat(reads("role:admin and role:member", member)).isFalse();
            assertThat(reads("not role:admin", member)).isTrue();
            assertThat(reads("role:x or (role:member and not role:y)", member)).isTrue();
            assertThat(reads("rule:admin_required", admin)).isTrue();
            assertThat(reads("rule:trial:things:rule", admin)).isTrue();
            assertThat(reads("", member)).isTrue();
            assertThat(reads("@", member)).isTrue();
            assertThat(reads("!", admin)).isFalse();
        }

        @Test
        void asksAboutTheScope() {
            assertThat(reads("role:reader and system_scope:all", in(new Scope.System(), Roles.READER)))
                    .isTrue();
            assertThat(reads("system_scope:all", admin)).isFalse();
            assertThat(reads("domain_id:d9", in(new Scope.Domain("d9", "x"), Roles.READER)))
                    .isTrue();
            assertThat(reads("project_id:p1", member)).isTrue();
            assertThat(reads("user_domain_id:d1", member)).isTrue();
        }

        @Test
        void asksWhoseThingItIs() {
            assertThat(reads("rule:owner", member, mine)).isTrue();
            assertThat(reads("rule:owner", member, anothers)).isFalse();
            assertThat(reads("user_id:%(target.trust.trustor_user_id)s", member, mine))
                    .isTrue();
            assertThat(reads("project_id:%(target.project.id)s", member, Target.project("p1")))
                    .isTrue();
            assertThat(reads("project_id:%(project_id)s", member, Target.project("p2")))
                    .isFalse();
            assertThat(reads("token.project.domain.id:%(target.domain.id)s", member, Target.domain("d2")))
                    .isTrue();
            assertThat(reads("None:%(target.role.domain_id)s", member, Target.domain("d2")))
                    .isFalse();
            assertThat(reads("not rule:owner", member, anothers)).isTrue();
        }

        @Test
        void aboutTheThingIsLeftOpenWhereNoneIsNamedYet() {
            assertThat(reads("rule:owner", member)).isTrue();
            assertThat(reads("not rule:owner", member)).isTrue();
            assertThat(reads("role:admin and rule:owner", member)).isFalse();
        }
    }
}
