package org.cumulet.systemtests.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cumulet.systemtests.cloud.Answer;
import org.cumulet.systemtests.cloud.Api;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Command;
import org.cumulet.systemtests.cloud.Shape;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.hosts.OnTestHosts;
import org.cumulet.systemtests.hosts.TestHost;
import org.cumulet.systemtests.hosts.TestHosts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a bare host to a guest that uses its database: MariaDB and PostgreSQL are installed over SSH on a host of role
/// `database`, and a guest on another host connects through its tenant network, from nowhere else.
///
/// The host has an address in that network, which is its gateway; the guest speaks to the server at the address that
/// the cloud has told.
@Story
@OnTestHosts
class DatabaseHostTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String INSTALLATIONS = "/database/v1/installations";
    private static final String GATEWAY = "10.40.0.1";

    private final TestHosts hosts;
    private final TestHost compute;
    private final TestHost database;
    private Cloud cloud;
    private CloudHosts registered;
    private String privateKey;
    private String publicKey;
    private String network;
    private JsonNode credentials;

    DatabaseHostTest(TestHosts hosts) {
        this.hosts = hosts;
        this.compute = hosts.all().getFirst();
        this.database = hosts.all().getLast();
    }

    @BeforeAll
    void aCloudWithAHostForServersAndOneForDatabases(@TempDir Path folder) throws IOException {
        var key = folder.resolve("key");
        Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                .run()
                .text();
        privateKey = Files.readString(key);
        publicKey = Files.readString(folder.resolve("key.pub")).strip();
        TestHosts.offer(database, "mariadb-server", "postgresql");
        cloud = Cloud.fresh("database-host", Shape.ONE_PROCESS);
        var invitation = cloud.invitation();
        hosts.all().forEach(host -> host.ssh(invitation).run().text());
        registered =
                CloudHosts.register(cloud, List.of(described(compute, "compute"), described(database, "database")));
    }

    private static String described(TestHost host, String role) {
        return """
                {"name": "%s", "kind": "ssh", "address": "%s", "user": "root", "host_key": "%s", "roles": ["%s"]}
                """.formatted(host.name(), host.address(), host.hostKey(), role);
    }

    @Test
    @Order(1)
    void aServerIsInstalledAlthoughTheCloudIsKilledInBetween() {
        var id = install("maria", "mariadb", database).expect(202).at("/installation/id");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(database.ssh("test -e /etc/cumulet/database-mariadb")
                                .run()
                                .succeeded())
                        .isTrue());

        cloud.kill();
        cloud.up();

        awaitComplete(id);
        var server = cloud.admin()
                .get("/database/v1/servers/maria")
                .expect(200)
                .json()
                .path("server");
        assertThat(server.path("state").asText()).isEqualTo("online");
        assertThat(server.path("version").asText()).contains("MariaDB");
    }

    @Test
    @Order(2)
    void itIsSafeFromTheFirstMoment() {
        var users = sql("select concat(user, '@', host) from mysql.global_priv order by 1");
        assertThat(users).containsExactly("cumulet@%", "mariadb.sys@localhost", "mysql@localhost", "root@localhost");
        assertThat(sql("show databases")).doesNotContain("test");
        assertThat(database.ssh("ss -ltnH sport = :3306").run().text())
                .contains(database.address() + ":3306")
                .doesNotContain("0.0.0.0:3306");
        assertThatThrownBy(() ->
                        DriverManager.getConnection("jdbc:mariadb://%s:3306/?user=root".formatted(database.address())))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @Order(3)
    void askedForAgainNothingChanges() {
        var before = sql("select concat(user, host, priv) from mysql.global_priv order by 1");
        cloud.admin().delete("/database/v1/servers/maria").expect(204);

        var fresh = install("maria", "mariadb", database).expect(202).at("/installation/id");
        awaitComplete(fresh);

        assertThat(sql("select concat(user, host) from mysql.global_priv order by 1"))
                .hasSameSizeAs(before);
        assertThat(sql("select 1 from mysql.global_priv where user = 'cumulet'"))
                .hasSize(1);
        install("another", "mariadb", database).expect(202);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(cloud.admin().get(INSTALLATIONS).json().toString())
                                .contains("was installed here already"));
    }

    @Test
    @Order(4)
    void postgresIsInstalledBesideIt() {
        awaitComplete(install("postgres", "postgresql", database).expect(202).at("/installation/id"));

        cloud.admin()
                .put("/database/v1/databases/ledger?wait=30", "{\"database\": {\"server\": \"postgres\"}}")
                .expect(200);

        assertThat(database.ssh("runuser -u postgres -- psql -XAtc 'show password_encryption'")
                        .run()
                        .text())
                .isEqualTo("scram-sha-256");
    }

    @Test
    @Order(5)
    void aDatabaseIsDeclaredForATenantNetwork() {
        database.ssh("ip link set eth1 up; ip address replace %s/24 dev eth1".formatted(GATEWAY))
                .run()
                .text();
        var admin = cloud.admin();
        network = admin.post("/network/v2.0/networks", """
                    {"network": {"name": "shop", "provider:network_type": "flat", "provider:physical_network": "physnet1"}}""").expect(201).at("/network/id");
        admin.post("/network/v2.0/subnets", """
                    {"subnet": {"network_id": "%s", "ip_version": 4, "cidr": "10.40.0.0/24", "gateway_ip": "%s"}}""".formatted(network, GATEWAY)).expect(201);

        credentials = admin.put("/database/v1/databases/shop?wait=30", """
                    {"database": {"server": "maria", "users": [{"name": "shop", "hosts": ["10.40.0.0/24"]}]}}""")
                .expect(200)
                .json()
                .at("/database/users/0/connection");

        assertThat(credentials.path("host").asText()).isEqualTo(database.address());
        assertThatThrownBy(() -> connect(database.address(), 3306)).isInstanceOf(SQLException.class);
    }

    @Test
    @Order(6)
    void aGuestUsesItThroughItsTenantNetwork() throws Exception {
        var guest = launch(cloud.admin());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .ignoreExceptions()
                .until(() -> compute.sshIntoGuest(network, guest, privateKey, "hostname")
                        .run()
                        .succeeded());

        try (var way = ThroughAGuest.open(compute, network, guest, privateKey, database.address() + ":3306");
                var connection = connect("127.0.0.1", way.port());
                var statement = connection.createStatement()) {
            statement.execute("create table sale (id int auto_increment primary key, what varchar(20))");
            statement.execute("insert into sale (what) values ('first')");
            try (var row = statement.executeQuery("select user(), count(*) from sale")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("shop@" + guest);
                assertThat(row.getInt(2)).isEqualTo(1);
            }
        }
    }

    @Test
    @Order(7)
    void whatTheGuestWroteIsBackedUp() {
        var admin = cloud.admin();
        var backup = admin.post("/database/v1/backups", "{\"backup\": {\"database\": \"shop\"}}")
                .expect(202)
                .at("/backup/id");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                admin.get("/database/v1/backups/" + backup).at("/backup/state"))
                        .isEqualTo("complete"));
        admin.post("/database/v1/backups/" + backup + "/verify", "").expect(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                admin.get("/database/v1/backups/" + backup).at("/backup/verification"))
                        .isEqualTo("verified"));
    }

    @AfterAll
    void nothingRunsThereAnyMore() {
        if (registered != null) {
            registered.close();
        }
        cloud.close();
        database.ssh("systemctl stop mariadb postgresql; ip address del %s/24 dev eth1".formatted(GATEWAY))
                .run();
    }

    private Answer install(String name, String engine, TestHost host) {
        var admin = cloud.admin();
        var id = admin.get("/inventory/v1/hosts").all("hosts").stream()
                .filter(each -> each.path("name").asText().equals(host.name()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        return admin.post(INSTALLATIONS, """
                    {"installation": {"name": "%s", "engine": "%s", "host": "%s"}}""".formatted(name, engine, id));
    }

    private void awaitComplete(String installation) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .failFast(() ->
                        assertThat(shown(installation).path("fault").asText("")).isEmpty())
                .untilAsserted(() ->
                        assertThat(shown(installation).path("state").asText()).isEqualTo("complete"));
    }

    private JsonNode shown(String installation) {
        return cloud.admin()
                .get(INSTALLATIONS + "/" + installation)
                .expect(200)
                .json()
                .path("installation");
    }

    private List<String> sql(String statement) {
        return database.ssh("mariadb -uroot --batch --skip-column-names")
                .reading(statement + ";\n")
                .run()
                .text()
                .lines()
                .toList();
    }

    private Connection connect(String host, int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://%s:%d/shop".formatted(host, port),
                "shop",
                credentials.path("password").asText());
    }

    /// Answers its address.
    private String launch(Api admin) throws IOException {
        var image = admin.post("/image/v2/images", """
                    {"name": "tiny", "disk_format": "qcow2", "container_format": "bare"}""").expect(201).at("/id");
        admin.put("/image/v2/images/" + image + "/file", Files.readAllBytes(hosts.guest()))
                .expect(204);
        var flavor = admin.post("/compute/v2.1/flavors", """
                    {"flavor": {"name": "tiny", "vcpus": 1, "ram": 96, "disk": 1}}""").expect(200).at("/flavor/id");
        admin.post("/compute/v2.1/os-keypairs", """
                    {"keypair": {"name": "story", "public_key": "%s"}}""".formatted(publicKey));
        var server = admin.post("/compute/v2.1/servers", """
                    {"server": {"name": "till", "imageRef": "%s", "flavorRef": "%s", "key_name": "story",
                                "networks": [{"uuid": "%s"}]}}""".formatted(image, flavor, network))
                .expect(202)
                .at("/server/id");
        var addresses = new ArrayList<String>();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            var shown = admin.get("/compute/v2.1/servers/" + server).expect(200);
            assertThat(shown.at("/server/status")).isEqualTo("ACTIVE");
            addresses.add(shown.at("/server/addresses/shop/0/addr"));
        });
        return addresses.getLast();
    }
}
