package org.cumulet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServersTest {

    @Test
    void everyNamedServiceHasADatabaseOfItsOwn() throws Exception {
        var resource = new PostgresResource();
        resource.init(Map.of("services", "identity,image"));

        var settings = resource.start();

        for (var service : new String[] {"identity", "image"}) {
            var prefix = "quarkus.datasource." + service;
            try (var connection = DriverManager.getConnection(
                            settings.get(prefix + ".jdbc.url"),
                            settings.get(prefix + ".username"),
                            settings.get(prefix + ".password"));
                    var answer = connection.createStatement().executeQuery("SELECT current_database(), current_user")) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getString(1)).isEqualTo(service);
                assertThat(answer.getString(2)).isEqualTo(service);
            }
        }
    }

    @Test
    void allTestsOfAJvmShareOneKafka() {
        var first = new KafkaResource().start();
        var second = new KafkaResource().start();

        assertThat(first).containsKey("kafka.bootstrap.servers").isEqualTo(second);
    }
}
