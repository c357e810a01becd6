package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.login;
import static org.cumulet.identity.Cloud.rescope;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.cumulet.auth.Revocation;
import org.cumulet.auth.Revocations;
import org.cumulet.identity.Cloud.Person;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Security case 5: a token dies at once with what it rests on.
@IdentityTest
class RevocationTest {

    @Inject
    Revocations revocations;

    @Nested
    class ATokenDies {

        private final Person member = Cloud.member();
        private final String token = member.token();

        @Test
        void withItsUserDisabled() {
            Cloud.change("users", "user", member.id(), Map.of("enabled", false))
                    .then()
                    .statusCode(200);
            mustBeDead(token);
            login(byId(member.id())).then().statusCode(401);
        }

        @Test
        void withItsUserDeleted() {
            Cloud.delete("users/" + member.id());
            mustBeDead(token);
            login(byId(member.id())).then().statusCode(401);
        }

        @Test
        void withAPasswordSetByAnAdmin() {
            Cloud.change("users", "user", member.id(), Map.of("password", "another"))
                    .then()
                    .statusCode(200);
            mustBeDead(token);
            login(byId(member.id())).then().statusCode(401);
            login(Map.of("id", member.id(), "password", "another")).then().statusCode(201);
        }

        @Test
        void withThePasswordThatItsUserChanges() {
            as(token)
                    .body(Map.of("user", Map.of("original_password", Cloud.PASSWORD, "password", "another")))
                    .post(V3 + "/users/" + member.id() + "/password")
                    .then()
                    .statusCode(204);
            mustBeDead(token);
            login(byId(member.id())).then().statusCode(401);
            login(Map.of("id", member.id(), "password", "another")).then().statusCode(201);
        }

        @Test
        void withItsProjectDisabled() {
            Cloud.change("projects", "project", member.project(), Map.of("enabled", false))
                    .then()
                    .statusCode(200);
            mustBeDead(token);
        }

        @Test
        void withItsProjectDeleted() {
            Cloud.delete("projects/" + member.project());
            mustBeDead(token);
        }

        @Test
        void withItsRoleTaken() {
            Cloud.delete(
                    "projects/%s/users/%s/roles/%s".formatted(member.project(), member.id(), Cloud.role("member")));
            mustBeDead(token);
            login(byId(member.id()), Cloud.project(member.project())).then().statusCode(401);
        }

        @Test
        void withItsRoleDeleted() {
            var role = Cloud.newRole();
            as(Cloud.admin())
                    .put("%s/projects/%s/users/%s/roles/%s".formatted(V3, member.project(), member.id(), role))
                    .then()
                    .statusCode(204);
            var richer = member.token();
            Cloud.delete("roles/" + role);
            mustBeDead(richer);
            mustLive(member.token());
        }

        @Test
        void withItself() {
            as(token)
                    .header("X-Subject-Token", token)
                    .delete(V3 + "/auth/tokens")
                    .then()
                    .statusCode(204);
            mustBeDead(token);
            mustLive(member.token());
        }

        @Test
        void andComesToLifeNoMoreWhenThingsAreEnabledAgain() {
            Cloud.change("projects", "project", member.project(), Map.of("enabled", false));
            Cloud.change("projects", "project", member.project(), Map.of("enabled", true));
            mustBeDead(token);
            mustLive(member.token());
        }
    }

    @Nested
    class ATokenOfADomainDies {

        private final String domain = Cloud.newDomain();
        private final String user = Cloud.newUser(Map.of("domain_id", domain));

        @Test
        void withTheDomainOfItsUserDisabled() {
            var token = Cloud.token(login(byId(user)));
            Cloud.change("domains", "domain", domain, Map.of("enabled", false))
                    .then()
                    .statusCode(200);
            mustBeDead(token);
            login(byId(user)).then().statusCode(401);
        }

        @Test
        void withTheDomainOfItsProjectDisabled() {
            var project = Cloud.make("projects", "project", Map.of("name", Cloud.fresh("p"), "domain_id", domain));
            var guest = Cloud.newUser();
            Cloud.grant("projects/" + project, guest, "member");
            var token = new Person(guest, project).token();
            Cloud.change("domains", "domain", domain, Map.of("enabled", false));
            mustBeDead(token);
            login(byId(guest), Cloud.project(project)).then().statusCode(401);
            login(byId(guest)).then().statusCode(201);
        }

        @Test
        void withTheDomainThatItIsForDisabled() {
            Cloud.grant("domains/" + domain, user, "reader");
            var token = Cloud.token(login(byId(user), Cloud.domain(domain)));
            Cloud.change("domains", "domain", domain, Map.of("enabled", false));
            mustBeDead(token);
        }

        @Test
        void withTheDomainDeleted() {
            Cloud.grant("domains/" + domain, user, "reader");
            var token = Cloud.token(login(byId(user), Cloud.domain(domain)));
            Cloud.change("domains", "domain", domain, Map.of("enabled", false));
            Cloud.delete("domains/" + domain);
            mustBeDead(token);
        }
    }

    @Nested
    class ATokenOfAGroupsRoleDies {

        private final String user = Cloud.newUser();
        private final String group = Cloud.newGroup(user);
        private final String project = Cloud.newProject();
        private final String grant = "projects/%s/groups/%s/roles/%s".formatted(project, group, Cloud.role("member"));
        private final String token = token();

        private String token() {
            as(Cloud.admin()).put(V3 + "/" + grant).then().statusCode(204);
            return new Person(user, project).token();
        }

        @Test
        void withTheUserLeavingTheGroup() {
            Cloud.delete("groups/" + group + "/users/" + user);
            mustBeDead(token);
        }

        @Test
        void withTheGroupDeleted() {
            Cloud.delete("groups/" + group);
            mustBeDead(token);
        }

        @Test
        void withTheRoleTakenFromTheGroup() {
            Cloud.delete(grant);
            mustBeDead(token);
        }
    }

    @Nested
    class ATokenLivesOn {

        @Test
        void whenAnothersIsRevoked() {
            var one = Cloud.member();
            var other = Cloud.member();
            var token = other.token();
            Cloud.change("users", "user", one.id(), Map.of("enabled", false));
            mustLive(token);
        }

        @Test
        void whenItsUserGainsARoleOrGetsAnotherName() {
            var member = Cloud.member();
            var token = member.token();
            Cloud.grant("projects/" + Cloud.newProject(), member.id(), "reader");
            Cloud.change("users", "user", member.id(), Map.of("name", Cloud.fresh("renamed")));
            mustLive(token);
        }
    }

    @Nested
    class NoTokenOutlivesARevocation {

        @Test
        void byHavingBeenMadeFromADeadOneThatThisProcessHasNotHeardOf() {
            var member = Cloud.member();
            var token = member.token();
            Cloud.change("users", "user", member.id(), Map.of("password", "another"));
            rescope(token, Cloud.project(member.project())).then().statusCode(401);
        }

        @Test
        void howeverCloselyLoginsAndChangesRace() throws InterruptedException {
            var member = Cloud.member();
            var racing = new AtomicBoolean(true);
            var last = new ConcurrentLinkedQueue<String>();
            var logins = Thread.ofVirtual().start(() -> {
                while (racing.get()) {
                    var login = login(byId(member.id()), Cloud.project(member.project()));
                    if (login.statusCode() == 201) {
                        last.add(Cloud.token(login));
                    }
                }
            });
            for (var i = 0; i < 10; i++) {
                Cloud.change("users", "user", member.id(), Map.of("enabled", i % 2 == 1));
            }
            Cloud.change("users", "user", member.id(), Map.of("enabled", false));
            racing.set(false);
            logins.join();
            assertThat(last).allSatisfy(RevocationTest::mustBeDead);
        }

        @Test
        void norIsAnybodyInTheWayOfADomainThatGoesWhileItsUsersLogIn() throws InterruptedException {
            var domain = Cloud.newDomain();
            var user = Cloud.newUser(Map.of("domain_id", domain));
            var project = Cloud.make("projects", "project", Map.of("name", "p", "domain_id", domain));
            Cloud.change("users", "user", user, Map.of("default_project_id", project));
            Cloud.grant("projects/" + project, user, "member");
            var racing = new AtomicBoolean(true);
            var answers = new ConcurrentLinkedQueue<Integer>();
            var logins = IntStream.range(0, 4)
                    .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                        while (racing.get()) {
                            answers.add(login(byId(user)).statusCode());
                        }
                    }))
                    .toList();
            Cloud.change("domains", "domain", domain, Map.of("enabled", false))
                    .then()
                    .statusCode(200);
            Cloud.delete("domains/" + domain);
            racing.set(false);
            for (var thread : logins) {
                thread.join();
            }
            assertThat(answers).containsAnyOf(201, 401).isSubsetOf(201, 401);
        }

        /// Security case 4.
        @Test
        void norLivesLongerForHavingBeenRescopedAgainAndAgain() {
            var member = Cloud.member();
            var first = login(byId(member.id()), "unscoped");
            var token = Cloud.token(first);
            for (var i = 0; i < 5; i++) {
                var next = rescope(token, i % 2 == 0 ? Cloud.project(member.project()) : "unscoped");
                assertThat(next.<String>path("token.expires_at")).isEqualTo(first.path("token.expires_at"));
                token = Cloud.token(next);
            }
        }
    }

    /// Security case 2.
    @Test
    void askingCostsTheSameAfterTenThousandRevocations() {
        var token = Cloud.admin();
        var before = fastest(token);
        IntStream.range(0, 10_000)
                .forEach(_ -> revocations.add(
                        new Revocation(Revocation.Kind.TOKEN, UUID.randomUUID().toString(), Instant.now())));
        assertThat(fastest(token)).isLessThan(before.multipliedBy(3).plusMillis(20));
    }

    /// Security case 2.
    @Test
    void aFloodOfTokensThatAreNoneCostsOthersNothing() {
        var token = Cloud.admin();
        var before = fastest(token);
        var head = token.substring(0, token.indexOf('.'));
        IntStream.range(0, 1_000)
                .forEach(i -> as(i % 2 == 0 ? head + ".e30." + i : UUID.randomUUID() + ".e30.x")
                        .get(V3 + "/auth/projects")
                        .then()
                        .statusCode(401));
        assertThat(fastest(token)).isLessThan(before.multipliedBy(3).plusMillis(20));
    }

    private static Duration fastest(String token) {
        return IntStream.range(0, 20)
                .mapToObj(_ -> {
                    var start = Instant.now();
                    mustLive(token);
                    return Duration.between(start, Instant.now());
                })
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static void mustBeDead(String token) {
        as(token).get(V3 + "/auth/projects").then().statusCode(401);
        as(Cloud.admin())
                .header("X-Subject-Token", token)
                .get(V3 + "/auth/tokens")
                .then()
                .statusCode(404);
        rescope(token, "unscoped").then().statusCode(401);
    }

    private static void mustLive(String token) {
        as(token).get(V3 + "/auth/projects").then().statusCode(200);
    }
}
