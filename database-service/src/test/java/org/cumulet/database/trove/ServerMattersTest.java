package org.cumulet.database.trove;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Trove's API has and belongs to whole servers.
@DatabaseTest
class ServerMattersTest {

    private final Trove trove = Trove.somebody();

    @BeforeEach
    void servers() {
        Api.servers();
    }

    @Nested
    class Parameters {

        @ParameterizedTest
        @CsvSource({
            "mariadb, max_connections, integer, false",
            "mariadb, innodb_page_size, integer, true",
            "postgresql, max_connections, integer, true",
            "postgresql, autovacuum, boolean, false",
            "postgresql, seq_page_cost, float, false"
        })
        void areWhatTheServersHave(String datastore, String name, String type, boolean restart) {
            var version = trove.get("datastores/" + datastore).extract().<String>path("datastore.default_version");

            for (var path :
                    new String[] {"datastores/versions/" + version, "datastores/" + datastore + "/versions/" + version
                    }) {
                trove.get(path + "/parameters/" + name)
                        .statusCode(200)
                        .body("name", is(name))
                        .body("type", is(type))
                        .body("restart_required", is(restart))
                        .body("min", type.equals("boolean") ? nullValue() : notNullValue())
                        .body("datastore_version_id", is(version));
                trove.get(path + "/parameters").body("configuration-parameters.name", hasItems(name));
                trove.get(path + "/parameters/none").statusCode(404).body("itemNotFound.code", is(404));
            }
        }

        @ParameterizedTest
        @CsvSource({"mariadb, datadir", "postgresql, data_directory"})
        void ofAnInstanceAreThoseOfItsServerWithoutWhatTellsOfItsMachine(String datastore, String secret) {
            var instance = trove.instance(datastore, "");

            trove.get(instance + "/configuration")
                    .statusCode(200)
                    .body("instance.configuration.max_connections", greaterThan(1))
                    .body("instance.configuration.keySet()", not(hasItems(secret)));
        }
    }

    @Nested
    class ThereAreNo {

        @Test
        void groupsOfSettings() {
            trove.get("configurations").statusCode(200).body("configurations", empty());
            trove.post("configurations", "{\"configuration\": {\"name\": \"x\", \"values\": {}}}")
                    .statusCode(422)
                    .body("unprocessableEntity.message", containsString("settings are for their operators"));
            trove.get("configurations/none").statusCode(404);
        }

        @Test
        void logs() {
            var instance = trove.instance("mariadb", "");

            trove.get(instance + "/log").statusCode(200).body("logs", empty());
            trove.post(instance + "/log", "{\"name\": \"general\", \"enable\": 1}")
                    .statusCode(422)
                    .body("unprocessableEntity.message", containsString("what others do"));
        }

        @Test
        void strategies() {
            trove.get("backup_strategies").statusCode(200).body("backup_strategies", empty());
            trove.post("backup_strategies", "{}").statusCode(422);
            trove.delete("backup_strategies").statusCode(404);
        }

        @Test
        void replicasNorServersOfOnesOwn() {
            var instance = trove.instance("mariadb", "");

            trove.post(instance + "/action", "{\"promote_to_replica_source\": {}}")
                    .statusCode(400);
            trove.post(instance + "/action", "{\"eject_replica_source\": {}}").statusCode(400);
            trove.put(instance, "{\"instance\": {\"replica_of\": \"x\"}}").statusCode(400);
            trove.put(instance, "{\"instance\": {\"configuration\": \"x\"}}").statusCode(422);
            trove.put(instance, "{\"instance\": {\"configuration\": null}}").statusCode(400);
            trove.put(instance, "{\"instance\": {\"datastore_version\": \"x\"}}")
                    .statusCode(422);
            trove.put(instance, "{\"instance\": {\"access\": {\"is_public\": true}}}")
                    .statusCode(422);
            trove.post("instances", """
                            {"instance": {"name": "x", "nics": [{"net-id": "x"}], "replica_of": "y", "modules": []}}
                            """)
                    .statusCode(422)
                    .body("unprocessableEntity.message", containsString("it can have no nics, replica_of of its own"));
        }
    }

    @Test
    void versionsComeAndGoWithServers() {
        var admin = Trove.admin();
        var versions = "mgmt/datastore-versions";

        var id = admin.get(versions)
                .statusCode(200)
                .body("versions.datastore_name", hasItems("mariadb", "postgresql"))
                .extract()
                .<String>path("versions[0].id");

        admin.get(versions + "/" + id)
                .body("version.active", is(true))
                .body("version.default", notNullValue())
                .body("version.packages", empty());
        admin.post(versions, "{}")
                .statusCode(422)
                .body("unprocessableEntity.message", containsString("servers that are registered"));
        admin.delete(versions + "/" + id).statusCode(422);
        admin.get(versions + "/none").statusCode(404);
        admin.post("mgmt/datastores/versions/" + id + "/parameters", "{}").statusCode(422);
        trove.get(versions).statusCode(403);
    }
}
