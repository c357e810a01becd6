package org.cumulet.database.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.cumulet.database.engine.EngineKind;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void ofMariaDbAreReadyToUse() {
        var ready = Credentials.of(EngineKind.MARIADB, "db.example", 3306, "keystone", "keystone", "Secret1");

        assertThat(ready.jdbc()).isEqualTo("jdbc:mariadb://db.example:3306/keystone?user=keystone&password=Secret1");
        assertThat(ready.uri()).isEqualTo("mysql://keystone:Secret1@db.example:3306/keystone");
        assertThat(ready.env()).contains("DB_HOST=db.example", "DB_PASSWORD=Secret1");
        assertThat(ready.clientFile()).startsWith("[client]").contains("password=\"Secret1\"");
    }

    @Test
    void ofPostgresqlAreReadyToUse() {
        var ready = Credentials.of(EngineKind.POSTGRESQL, "db.example", 5432, "glance", "glance.2", "a:b'c%");

        assertThat(ready.clientFile()).containsExactly("db.example:5432:glance:glance.2:a\\:b'c%");
        assertThat(ready.uri()).isEqualTo("postgresql://glance.2:a%3Ab%27c%25@db.example:5432/glance");
        assertThat(ready.env()).contains("DB_PASSWORD='a:b'\\''c%'");
    }

    @Test
    void withoutAPasswordSayNone() {
        var known = Credentials.of(EngineKind.MARIADB, "h", 1, "d", "u", null);

        assertThat(known.jdbc()).doesNotContain("password");
        assertThat(known.password()).isNull();
        assertThat(known.toString()).isEqualTo("u at h:1/d");
    }
}
