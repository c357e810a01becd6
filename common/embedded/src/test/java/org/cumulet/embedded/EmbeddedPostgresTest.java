package org.cumulet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /// Closed to others, and so to the account that PostgreSQL runs under when we are root.
    @TempDir
    Path folder;

    private EmbeddedPostgres start(Map<String, String> settings) {
        return EmbeddedPostgres.start(
                new EmbeddedPostgres.Options(folder.resolve("a place"), Folders.runtime(), 0, settings));
    }

    private EmbeddedPostgres start() {
        return start(Map.of());
    }

    private static Connection connect(EmbeddedPostgres postgres, String database, String role, String password)
            throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, password);
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Nested
    class Running {

        @Test
        void isDurableAndSpeaksUtf8OnLoopbackOnly() throws SQLException {
            try (var postgres = start();
                    var connection = postgres.connect("postgres")) {
                assertThat(ask(connection, "SHOW fsync")).isEqualTo("on");
                assertThat(ask(connection, "SHOW data_checksums")).isEqualTo("on");
                assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(ask(connection, "SHOW server_encoding")).isEqualTo("UTF8");
                assertThat(ask(connection, "SHOW timezone")).isEqualTo("Etc/UTC");
                assertThat(ask(connection, "SELECT upper('é')")).isEqualTo("É");
            }
        }

        @Test
        void mayBeFastInsteadOfDurableWhereAsked() throws SQLException {
            try (var postgres = start(Map.of("fsync", "off"));
                    var connection = postgres.connect("postgres")) {
                assertThat(ask(connection, "SHOW fsync")).isEqualTo("off");
            }
        }

        @Test
        void keepsThePasswordOfTheSuperuserToTheOwner() throws Exception {
            try (var postgres = start()) {
                var file = folder.resolve("a place/superuser.password");

                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(folder.resolve("a place/initdb.password")).doesNotExist();
                assertThatThrownBy(() -> connect(postgres, "postgres", "postgres", "wrong"))
                        .hasMessageContaining("password authentication failed");
            }
        }

        @Test
        void isNotStartedTwiceInTheSameFolder() {
            try (var _ = start()) {
                assertThatThrownBy(EmbeddedPostgresTest.this::start)
                        .isInstanceOf(EmbeddedException.class)
                        .hasMessageContaining("in use by another process");
            }
        }

        @Test
        void tellsWhenItEnds() {
            var postgres = start();
            var ended = postgres.ended();

            postgres.close();

            assertThat(ended).succeedsWithin(java.time.Duration.ofSeconds(5));
        }
    }

    @Nested
    class ADatabase {

        @Test
        void belongsToTheRoleOfItsName() throws SQLException {
            try (var postgres = start()) {
                postgres.ensureDatabase("identity", "it's secret");

                try (var connection = connect(postgres, "identity", "identity", "it's secret")) {
                    connection.createStatement().execute("CREATE TABLE thing (id int)");
                    assertThat(ask(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                            .isEqualTo("f");
                }
            }
        }

        @Test
        void isClosedToTheRolesOfOthers() throws SQLException {
            try (var postgres = start()) {
                postgres.ensureDatabase("identity", "one");
                postgres.ensureDatabase("image", "two");

                assertThatThrownBy(() -> connect(postgres, "identity", "image", "two"))
                        .hasMessageContaining("permission denied for database");
                assertThatThrownBy(() -> connect(postgres, "postgres", "image", "two"))
                        .hasMessageContaining("permission denied for database");
            }
        }

        @Test
        void keepsItsDataAndTakesANewPasswordWhenEnsuredAgain() throws SQLException {
            try (var postgres = start()) {
                postgres.ensureDatabase("identity", "old");
                try (var connection = connect(postgres, "identity", "identity", "old")) {
                    connection.createStatement().execute("CREATE TABLE thing AS SELECT 7 AS id");
                }

                postgres.ensureDatabase("identity", "new");

                try (var connection = connect(postgres, "identity", "identity", "new")) {
                    assertThat(ask(connection, "SELECT id FROM thing")).isEqualTo("7");
                }
            }
        }

        @Test
        void hasAPlainName() {
            try (var postgres = start()) {
                assertThatThrownBy(() -> postgres.ensureDatabase("a\"; DROP ROLE x; --", "secret"))
                        .isInstanceOf(EmbeddedException.class)
                        .hasMessageContaining("cannot be the name of a database");
            }
        }
    }

    @Nested
    class ARestart {

        @Test
        void keepsWhatWasStored() throws SQLException {
            try (var postgres = start()) {
                postgres.ensureDatabase("identity", "secret");
                try (var connection = connect(postgres, "identity", "identity", "secret")) {
                    connection.createStatement().execute("CREATE TABLE thing AS SELECT 7 AS id");
                }
            }

            try (var postgres = start();
                    var connection = connect(postgres, "identity", "identity", "secret")) {
                assertThat(ask(connection, "SELECT id FROM thing")).isEqualTo("7");
            }
        }

        @Test
        void followsAServerThatWasKilledWithWorkInItsHands() throws Exception {
            var killed = start();
            killed.ensureDatabase("identity", "secret");
            try (var connection = connect(killed, "identity", "identity", "secret")) {
                connection.createStatement().execute("CREATE TABLE thing AS SELECT 7 AS id");
                ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
                killed.ended().join();
                killed.close();
            }

            try (var postgres = start();
                    var connection = connect(postgres, "identity", "identity", "secret")) {
                assertThat(ask(connection, "SELECT id FROM thing")).isEqualTo("7");
            }
        }

        @Test
        void isNotMisledByAProcessNumberThatNowBelongsToSomebodyElse() throws IOException {
            start().close();
            Files.writeString(
                    folder.resolve("a place/data/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n");

            start().close();

            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }

        @Test
        void finishesAFirstStartThatWasInterrupted() throws IOException {
            Files.createDirectories(folder.resolve("a place/data.new/base"));

            start().close();

            assertThat(folder.resolve("a place/data.new")).doesNotExist();
        }
    }

    @Nested
    class ARefusal {

        @Test
        void namesThePortThatIsTaken() throws IOException {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var options =
                        new EmbeddedPostgres.Options(folder.resolve("p"), Folders.runtime(), other.getLocalPort());

                assertThatThrownBy(() -> EmbeddedPostgres.start(options))
                        .isInstanceOf(EmbeddedException.class)
                        .hasMessageContaining("Port %d, wanted for PostgreSQL, is taken", other.getLocalPort());
            }
        }

        @Test
        void saysThatTheDataFolderIsDamaged() throws IOException {
            start().close();
            Files.delete(folder.resolve("a place/data/PG_VERSION"));

            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("backup");
        }

        @Test
        void quotesPostgresWhereTheDamageIsDeeper() throws IOException {
            start().close();
            Files.write(folder.resolve("a place/data/global/pg_control"), new byte[8192]);

            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("does not start on the data in")
                    .hasMessageContaining("FATAL:  database files are incompatible with server")
                    .hasMessageContaining("backup");
        }

        @Test
        void tellsBothVersionsApart() throws IOException {
            start().close();
            Files.writeString(folder.resolve("a place/data/PG_VERSION"), "15\n");

            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("written by PostgreSQL 15, and this is PostgreSQL 18")
                    .hasMessageContaining("pg_upgrade");
        }

        @Test
        void quotesPostgresAboutASettingItDoesNotKnow() {
            assertThatThrownBy(() -> start(Map.of("no_such_setting", "1")))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("no_such_setting");
        }
    }
}
