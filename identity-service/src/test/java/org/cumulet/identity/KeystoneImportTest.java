package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.login;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A dump with the schema of Keystone 22 (Zed). What it brings is in domains `default` and `Maçons`.
@IdentityTest
class KeystoneImportTest {

    private static final String ADA = "aa000000000000000000000000000001";
    private static final String BOB = "aa000000000000000000000000000002";
    private static final String CYD = "aa000000000000000000000000000003";
    private static final String SHOP = "bb000000000000000000000000000002";
    private static final String DEEP = "bb000000000000000000000000000003";
    private static final String MASONS = "dd000000000000000000000000000001";

    @Inject
    @DataSource("identity")
    AgroalDataSource database;

    private static byte[] dump() {
        try (var dump = KeystoneImportTest.class.getResourceAsStream("/keystone/dump.sql")) {
            return dump == null ? new byte[0] : dump.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response bring(byte[] dump) {
        return as(Cloud.admin()).contentType("application/sql").body(dump).post(V3 + "/keystone_imports");
    }

    private static Response bring(String dump) {
        return bring(dump.getBytes(StandardCharsets.UTF_8));
    }

    private static Response shown(String path) {
        return as(Cloud.admin()).get(V3 + "/" + path);
    }

    @Nested
    class WhatComes {

        private final Response report = bring(dump());

        @Test
        void isThereUnderItsOldId() {
            report.then().statusCode(200);
            shown("domains/" + MASONS)
                    .then()
                    .body("domain.name", equalTo("Maçons"))
                    .body("domain.description", equalTo("L'atelier"));
            shown("projects/" + SHOP)
                    .then()
                    .body("project.name", equalTo("shop"))
                    .body("project.description", equalTo("It sells (a lot), as they say"))
                    .body("project.owner", equalTo("O'Hara; said \"now\""))
                    .body("project.tags", containsInAnyOrder("north", "a \"good\" one"))
                    .body("project.options.immutable", is(true))
                    .body("project.parent_id", equalTo(MASONS));
            shown("projects/" + DEEP)
                    .then()
                    .body("project.enabled", is(false))
                    .body("project.parent_id", equalTo(SHOP));
            shown("users/" + ADA)
                    .then()
                    .body("user.email", equalTo("ada@example.org"))
                    .body("user.default_project_id", equalTo(SHOP))
                    .body("user.options", equalTo(Map.of("ignore_password_expiry", true)));
            shown("users/" + CYD)
                    .then()
                    .body("user.enabled", is(false))
                    .body(
                            "user.options",
                            equalTo(Map.of("multi_factor_auth_rules", List.of(List.of("password", "totp")))));
            shown("groups/ee000000000000000000000000000001/users").then().body("users.id", equalTo(List.of(ADA)));
        }

        @Test
        void logsInWithItsOldPasswordWhoseHashIsRenewed() throws SQLException {
            login(Map.of("id", BOB, "password", "wrong")).then().statusCode(401);
            login(Map.of("id", BOB, "password", "secret of old"), Cloud.project(SHOP))
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", containsInAnyOrder("builder", "reader"));
            login(Map.of("id", BOB, "password", "secret of old"), Cloud.system())
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", equalTo(List.of("reader")));
            assertThat(hashOf(BOB)).startsWith("$argon2id$");
            login(Map.of("id", BOB, "password", "secret of old")).then().statusCode(201);
        }

        @Test
        void holdsTheRolesOfThisCloudWhereTheyHaveTheSameName() {
            login(Map.of("id", ADA, "password", "secret of old"), Cloud.projectNamed("admin"))
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", containsInAnyOrder("admin", "member", "reader"))
                    .body("token.user.password_expires_at", nullValue());
            login(Map.of("id", ADA, "password", "secret of old"), Cloud.project(SHOP))
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", containsInAnyOrder("builder", "reader"));
        }

        @Test
        void isLeftAloneTheSecondTime() throws SQLException {
            Cloud.change("users", "user", ADA, Map.of("email", "new@example.org"));
            bring(dump())
                    .then()
                    .statusCode(200)
                    .body("keystone_import.came", equalTo(Map.of()))
                    .body("keystone_import.here.user", is(3))
                    .body("keystone_import.here.assignment", is(6));
            shown("users/" + ADA).then().body("user.email", equalTo("new@example.org"));
        }

        @Test
        void isReportedWithWhatWasLeftAndWhy() {
            bring(dump())
                    .then()
                    .body(why("user", "aa000000000000000000000000000004"), containsString("LDAP"))
                    .body(why("user", "aa000000000000000000000000000005"), containsString("identity provider"))
                    .body(why("user", "aa000000000000000000000000000009"), containsString("another user of this name"))
                    .body(why("assignment", "aa000000000000000000000000000009"), containsString("has not come"))
                    .body(why("project", "bb000000000000000000000000000004"), containsString("domain"))
                    .body("keystone_import.left.find { it.kind == 'credential' }.count", is(1));
        }

        private static String why(String kind, String id) {
            return "keystone_import.left.find { it.kind == '%s' && it.id == '%s' }.why".formatted(kind, id);
        }

        @Test
        void isReportedForPeopleToo() {
            as(Cloud.admin())
                    .contentType("application/sql")
                    .accept("text/plain")
                    .body(dump())
                    .post(V3 + "/keystone_imports")
                    .then()
                    .statusCode(200)
                    .body(containsString("left: 1 x credential"));
        }

        private String hashOf(String user) throws SQLException {
            try (var connection = database.getConnection();
                    var query = connection.prepareStatement("select password from identity_user where id = ?")) {
                query.setString(1, user);
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }
    }

    @Test
    void nothingComesOfADumpThatIsNone() {
        bring("").then().statusCode(400);
        bring("hello").then().statusCode(400);
        bring("CREATE TABLE `user` (`id` int); INSERT INTO `user` VALUES ('cut o")
                .then()
                .statusCode(400);
        bring("CREATE TABLE `user` (`id` int); INSERT INTO `user` VALUES (1, 2);")
                .then()
                .statusCode(400);
    }

    @Test
    void nobodyButAnAdminBringsAnything() {
        as(Cloud.member().token())
                .contentType("application/sql")
                .body(dump())
                .post(V3 + "/keystone_imports")
                .then()
                .statusCode(403);
    }
}
