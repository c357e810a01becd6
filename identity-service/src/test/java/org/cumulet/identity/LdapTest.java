package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import com.unboundid.util.ssl.cert.ManageCertificates;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A domain whose users and groups are in an LDAP directory.
@IdentityTest
class LdapTest {

    private final String domain = Cloud.newDomain();
    private InMemoryDirectoryServer directory;

    @BeforeEach
    void open() throws Exception {
        directory = LdapServer.started(LdapServer.plain(0));
        configure(Map.of());
    }

    @AfterEach
    void close() {
        as(Cloud.admin()).delete(V3 + "/domains/" + domain + "/config");
        directory.shutDown(true);
    }

    private void configure(Map<String, ?> more) {
        LdapServer.configure(domain, directory, more);
    }

    private Response login(String name, String password) {
        return Cloud.login(user(name, password));
    }

    private Map<String, Object> user(String name, String password) {
        return Map.of("name", name, "domain", Map.of("id", domain), "password", password);
    }

    private Response users(String query) {
        return as(Cloud.admin()).get(V3 + "/users?domain_id=" + domain + query);
    }

    private String idOf(String name) {
        return users("&name=" + name).path("users[0].id");
    }

    private String group() {
        return as(Cloud.admin()).get(V3 + "/groups?domain_id=" + domain).path("groups[0].id");
    }

    /// A project where the group holds a role.
    private String projectOfTheGroup() {
        var project = Cloud.newProject();
        as(Cloud.admin())
                .put("%s/projects/%s/groups/%s/roles/%s".formatted(V3, project, group(), Cloud.role("member")))
                .then()
                .statusCode(204);
        return project;
    }

    private void change(String name, String... ldif) throws Exception {
        var lines = new ArrayList<>(List.of("dn: cn=" + name, "changetype: modify"));
        lines.addAll(List.of(ldif));
        directory.modify(lines.toArray(String[]::new));
    }

    private static void isDeadSoon(String token) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(token).get(V3 + "/auth/projects").then().statusCode(401));
    }

    @Nested
    class ItsUsers {

        @Test
        void areListedAndShown() {
            users("")
                    .then()
                    .statusCode(200)
                    .body("users.name", contains("ada", "bob"))
                    .body("users.email", contains("ada@example.org", "bob@example.org"))
                    .body("users.enabled", contains(true, true));
            users("&name=ada").then().body("users.name", contains("ada"));
            users("&name=nobody").then().body("users", equalTo(List.of()));
            as(Cloud.admin())
                    .get(V3 + "/users/" + idOf("ada"))
                    .then()
                    .statusCode(200)
                    .body("user.name", equalTo("ada"))
                    .body("user.domain_id", equalTo(domain));
        }

        /// What a Keystone computes for the same entry in a domain of this id.
        @Test
        void haveTheIdsThatAKeystoneGivesThem() throws Exception {
            var digest = MessageDigest.getInstance("SHA-256").digest((domain + "userid-ada").getBytes());
            assertThat(idOf("ada")).isEqualTo(HexFormat.of().formatHex(digest));
        }

        @Test
        void comeInByTheirPassword() {
            login("ada", "password of ada")
                    .then()
                    .statusCode(201)
                    .body("token.methods", contains("password"))
                    .body("token.user.name", equalTo("ada"))
                    .body("token.user.domain.id", equalTo(domain));
            Cloud.login(Map.of("id", idOf("bob"), "password", "password of bob"))
                    .then()
                    .statusCode(201);
        }

        @Test
        void doNotComeInByAnythingElse() {
            login("ada", "password of bob").then().statusCode(401);
            login("nobody", "password of ada").then().statusCode(401);
            login("ada", "").then().statusCode(401);
            login("nobody", "").then().statusCode(401);
        }

        @Test
        void areNobodyWhoseNameIsAFilter() {
            for (var name : List.of("*", "a*", "ada)(objectClass=*", "*)(|(sn=*", "\\61da", "ada\u0000")) {
                login(name, "password of ada").then().statusCode(oneOf(400, 401));
            }
            users("&name=*").then().body("users", equalTo(List.of()));
            users("&name=*)(objectClass=*").then().body("users", equalTo(List.of()));
        }

        @Test
        void holdRolesOfTheirOwn() {
            var project = Cloud.newProject();
            Cloud.grant("projects/" + project, idOf("bob"), "reader");
            Cloud.login(user("bob", "password of bob"), Cloud.project(project))
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", contains("reader"));
        }

        @Test
        void whoAreDisabledInTheDirectoryAreRefusedAndLoseTheirTokensSoon() throws Exception {
            var token = Cloud.token(login("ada", "password of ada"));
            change("id-ada,ou=Users,dc=example", "add: enabled", "enabled: FALSE");
            isDeadSoon(token);
            login("ada", "password of ada").then().statusCode(401);
            users("&name=ada").then().body("users.enabled", contains(false));
            change("id-ada,ou=Users,dc=example", "replace: enabled", "enabled: TRUE");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> login("ada", "password of ada").then().statusCode(201));
        }

        @Test
        void whoAreGoneAreRefusedAndNotFoundAndLoseTheirTokensSoon() throws Exception {
            var id = idOf("ada");
            var token = Cloud.token(login("ada", "password of ada"));
            directory.delete("cn=id-ada,ou=Users,dc=example");
            isDeadSoon(token);
            as(Cloud.admin()).get(V3 + "/users/" + id).then().statusCode(404);
            login("ada", "password of ada").then().statusCode(401);
            users("").then().body("users.name", contains("bob"));
        }

        @Test
        void mayHaveApplicationCredentialsAsLongAsTheyAreThere() throws Exception {
            var project = projectOfTheGroup();
            var token = Cloud.token(Cloud.login(user("ada", "password of ada"), Cloud.project(project)));
            var made = as(token)
                    .body(Map.of("application_credential", Map.of("name", fresh("c"))))
                    .post(V3 + "/users/" + idOf("ada") + "/application_credentials");
            var identity = Map.of(
                    "identity",
                    Map.of(
                            "methods",
                            List.of("application_credential"),
                            "application_credential",
                            Map.of(
                                    "id",
                                    made.path("application_credential.id"),
                                    "secret",
                                    made.path("application_credential.secret"))));
            Cloud.attempt(identity).then().statusCode(201);
            change("g1,ou=UserGroups,dc=example", "replace: member", "member: cn=id-bob,ou=Users,dc=example");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> Cloud.attempt(identity).then().statusCode(401));
        }

        @Test
        void areNotChangedHere() {
            var id = idOf("ada");
            as(Cloud.admin())
                    .body(Map.of("user", Map.of("name", "eve", "domain_id", domain, "password", "x")))
                    .post(V3 + "/users")
                    .then()
                    .statusCode(403);
            Cloud.change("users", "user", id, Map.of("name", "eve")).then().statusCode(403);
            Cloud.change("users", "user", id, Map.of("password", "x")).then().statusCode(403);
            as(Cloud.admin()).delete(V3 + "/users/" + id).then().statusCode(403);
            Cloud.nobody()
                    .body(Map.of("user", Map.of("original_password", "password of ada", "password", "new")))
                    .post(V3 + "/users/" + id + "/password")
                    .then()
                    .statusCode(403);
            login("ada", "password of ada").then().statusCode(201);
        }
    }

    @Nested
    class ItsGroups {

        @Test
        void areListedAndShownWithTheirUsers() {
            as(Cloud.admin())
                    .get(V3 + "/groups?domain_id=" + domain)
                    .then()
                    .statusCode(200)
                    .body("groups.name", contains("engineers"))
                    .body("groups.description", contains("who build"));
            as(Cloud.admin()).get(V3 + "/groups/" + group()).then().body("group.name", equalTo("engineers"));
            as(Cloud.admin()).get(V3 + "/groups/" + group() + "/users").then().body("users.name", contains("ada"));
            as(Cloud.admin())
                    .get(V3 + "/users/" + idOf("ada") + "/groups")
                    .then()
                    .body("groups.name", contains("engineers"));
            var member = V3 + "/groups/" + group() + "/users/";
            as(Cloud.admin()).get(member + idOf("ada")).then().statusCode(204);
            as(Cloud.admin()).get(member + idOf("bob")).then().statusCode(404);
        }

        @Test
        void giveTheirRolesToWhoIsInThem() {
            var project = projectOfTheGroup();
            Cloud.login(user("ada", "password of ada"), Cloud.project(project))
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", hasItem("member"));
            Cloud.login(user("bob", "password of bob"), Cloud.project(project))
                    .then()
                    .statusCode(401);
        }

        @Test
        void takeThemFromWhoLeaves() throws Exception {
            var project = projectOfTheGroup();
            var token = Cloud.token(Cloud.login(user("ada", "password of ada"), Cloud.project(project)));
            change("g1,ou=UserGroups,dc=example", "replace: member", "member: cn=id-bob,ou=Users,dc=example");
            isDeadSoon(token);
        }

        @Test
        void areNotChangedHere() {
            var id = group();
            as(Cloud.admin())
                    .body(Map.of("group", Map.of("name", "x", "domain_id", domain)))
                    .post(V3 + "/groups")
                    .then()
                    .statusCode(403);
            Cloud.change("groups", "group", id, Map.of("name", "x")).then().statusCode(403);
            as(Cloud.admin()).delete(V3 + "/groups/" + id).then().statusCode(403);
            as(Cloud.admin())
                    .put(V3 + "/groups/" + id + "/users/" + idOf("bob"))
                    .then()
                    .statusCode(403);
            as(Cloud.admin())
                    .delete(V3 + "/groups/" + id + "/users/" + idOf("ada"))
                    .then()
                    .statusCode(403);
        }

        @Test
        void mayNameTheirMembersByIdAsPosixDoes() throws Exception {
            directory.add(
                    "dn: cn=p1,ou=UserGroups,dc=example",
                    "objectClass: posixGroup",
                    "cn: p1",
                    "memberUid: id-bob",
                    "memberUid: id-ada");
            configure(Map.of(
                    "group_objectclass", "posixGroup",
                    "group_name_attribute", "cn",
                    "group_member_attribute", "memberUid",
                    "group_members_are_ids", true));
            as(Cloud.admin())
                    .get(V3 + "/groups/" + group() + "/users")
                    .then()
                    .body("users.name", containsInAnyOrder("ada", "bob"));
            as(Cloud.admin())
                    .get(V3 + "/users/" + idOf("bob") + "/groups")
                    .then()
                    .body("groups.name", contains("p1"));
        }
    }

    @Nested
    class ItsOptions {

        @Test
        void narrowWhoIsThere() {
            configure(Map.of("user_filter", "(mail=bob*)"));
            users("").then().body("users.name", contains("bob"));
            login("ada", "password of ada").then().statusCode(401);
        }

        @Test
        void fetchLongListsInPages() throws Exception {
            for (var i = 0; i < 7; i++) {
                LdapServer.add(directory, "user" + i, "x");
            }
            configure(Map.of("page_size", 2));
            users("").then().body("users.size()", equalTo(9));
        }

        @Test
        void sayWhoIsEnabledByABit() throws Exception {
            change("id-bob,ou=Users,dc=example", "add: userAccountControl", "userAccountControl: 514");
            configure(Map.of(
                    "user_enabled_attribute", "userAccountControl",
                    "user_enabled_mask", 2,
                    "user_enabled_default", "512"));
            users("").then().body("users.enabled", contains(true, false));
            login("bob", "password of bob").then().statusCode(401);
        }

        @Test
        void thatAreNotHereAreRefused() {
            as(Cloud.admin())
                    .body(Map.of("config", Map.of("ldap", Map.of("user_enabled_emulation", true))))
                    .patch(V3 + "/domains/" + domain + "/config")
                    .then()
                    .statusCode(403);
        }

        @Test
        void thatCannotBeStopThisDomainAlone() {
            configure(Map.of("query_scope", "everything"));
            login("ada", "password of ada").then().statusCode(503);
            Cloud.login(Cloud.byName("admin", Cloud.ADMIN_PASSWORD)).then().statusCode(201);
        }

        @Test
        void mayAskForTls(@TempDir Path folder) throws Exception {
            var keys = folder.resolve("keys");
            var made = ManageCertificates.main(
                    null,
                    new ByteArrayOutputStream(),
                    new ByteArrayOutputStream(),
                    "generate-self-signed-certificate",
                    "--keystore",
                    keys.toString(),
                    "--keystore-password",
                    "password",
                    "--alias",
                    "server",
                    "--subject-dn",
                    "CN=localhost",
                    "--subject-alternative-name-dns",
                    "localhost");
            assertThat(made.intValue()).isZero();
            var certificate = folder.resolve("ca.pem");
            ManageCertificates.main(
                    null,
                    new ByteArrayOutputStream(),
                    new ByteArrayOutputStream(),
                    "export-certificate",
                    "--keystore",
                    keys.toString(),
                    "--keystore-password",
                    "password",
                    "--alias",
                    "server",
                    "--output-file",
                    certificate.toString(),
                    "--output-format",
                    "PEM");
            var ssl = new SSLUtil(
                    new KeyStoreKeyManager(keys.toString(), "password".toCharArray()), new TrustAllTrustManager());
            var safe = LdapServer.started(InMemoryListenerConfig.createLDAPSConfig(
                    "safe",
                    InetAddress.getLoopbackAddress(),
                    0,
                    ssl.createSSLServerSocketFactory(),
                    ssl.createSSLSocketFactory()));
            var url = "ldaps://localhost:" + safe.getListenPort();
            configure(Map.of("url", url, "tls_cacertfile", certificate.toString()));
            login("ada", "password of ada").then().statusCode(201);
            configure(Map.of("url", url));
            login("bob", "password of bob").then().statusCode(503);
            safe.shutDown(true);
        }
    }

    @Nested
    class WhenItIsDown {

        @Test
        void itsPeopleAreToldSoAndOthersNoticeNothing() {
            var id = idOf("ada");
            var token = Cloud.token(login("ada", "password of ada"));
            directory.shutDown(true);
            login("bob", "password of bob").then().statusCode(503).body("error.code", equalTo(503));
            users("").then().statusCode(503);
            as(Cloud.admin()).get(V3 + "/users/" + id).then().statusCode(503);
            Cloud.login(Cloud.byName("admin", Cloud.ADMIN_PASSWORD)).then().statusCode(201);
            as(token).get(V3 + "/auth/projects").then().statusCode(200);
        }

        @Test
        void andComesBackEverythingIsAsBefore() throws Exception {
            login("ada", "password of ada").then().statusCode(201);
            var port = directory.getListenPort();
            directory.shutDown(true);
            login("bob", "password of bob").then().statusCode(503);
            directory = LdapServer.started(LdapServer.plain(port));
            login("bob", "password of bob").then().statusCode(201);
        }
    }

    @Nested
    class WithTheStockClient {

        @BeforeEach
        void isThere() {
            StockClient.mustBeThere();
        }

        @Test
        void itsPeopleAreListedAndGivenRolesAndComeIn() throws Exception {
            var project = Cloud.newProject();
            var admin = environment("admin", Cloud.ADMIN_PASSWORD, "default", "admin", "default");
            var listed = StockClient.run(admin, "user", "list", "--domain", domain, "-f", "json");
            assertThat(listed.findValuesAsText("Name")).containsExactly("ada", "bob");
            assertThat(StockClient.run(admin, "group", "list", "--domain", domain, "-f", "json")
                            .findValuesAsText("Name"))
                    .containsExactly("engineers");
            StockClient.run(
                    admin, "role", "add", "--user", "ada", "--user-domain", domain, "--project", project, "member");
            var ada = environment("ada", "password of ada", domain, "", "");
            ada.put("OS_PROJECT_ID", project);
            assertThat(StockClient.run(ada, "token", "issue", "-f", "json")
                            .get("project_id")
                            .asText())
                    .isEqualTo(project);
        }

        private static Map<String, String> environment(
                String user, String password, String domain, String project, String projectDomain) {
            var environment = new HashMap<>(Map.of(
                    "OS_AUTH_URL", "http://127.0.0.1:18101/identity/v3",
                    "OS_IDENTITY_API_VERSION", "3",
                    "OS_USERNAME", user,
                    "OS_PASSWORD", password,
                    "OS_USER_DOMAIN_ID", domain));
            if (!project.isEmpty()) {
                environment.put("OS_PROJECT_NAME", project);
                environment.put("OS_PROJECT_DOMAIN_ID", projectDomain);
            }
            return environment;
        }
    }

    @Test
    void itsPasswordIsNeverShown() {
        as(Cloud.admin())
                .get(V3 + "/domains/" + domain + "/config")
                .then()
                .body(not(containsString(LdapServer.READERS_PASSWORD)));
    }
}
