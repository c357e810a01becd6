package org.cumulet.systemtests.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.cumulet.systemtests.cloud.Cloud;

/// The PostgreSQL that the cloud itself lives on, as a server to make databases on: a real one that is always at hand.
record CloudDatabases(Cloud cloud) {

    private static final Pattern PORT = Pattern.compile("jdbc:postgresql://127\\.0\\.0\\.1:(\\d+)/.*");

    /// Another one after every start.
    int port() {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(cloud.cumulet().home().resolve("run/cloud.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new AssertionError("Cannot read the settings of the cloud", e);
        }
        var url = PORT.matcher(settings.getProperty("quarkus.datasource.database.jdbc.url"));
        if (!url.matches()) {
            throw new AssertionError("The cloud is not on a PostgreSQL of its own");
        }
        return Integer.parseInt(url.group(1));
    }

    String password() {
        try {
            return Files.readString(cloud.cumulet().home().resolve("postgres/superuser.password"))
                    .strip();
        } catch (IOException e) {
            throw new AssertionError("Cannot read the password of the cloud's PostgreSQL", e);
        }
    }

    /// Makes it known to the cloud, as reached at this port.
    void register(String name, int port) {
        cloud.admin()
                .post("/database/v1/servers", """
                    {"server": {"name": "%s", "engine": "postgresql", "host": "127.0.0.1", "port": %d,
                                "admin_user": "postgres", "admin_password": "%s"}}
                    """.formatted(name, port, password()))
                .expect(201);
    }

    /// It must have no databases of ours any more.
    void unregister(String name) {
        cloud.admin().delete("/database/v1/servers/" + name).expect(204);
    }

    /// The first column of what the superuser is answered.
    List<String> ask(String query) {
        var found = new ArrayList<String>();
        try (var connection = connect("postgres", "postgres", password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError("Cannot look at the cloud's PostgreSQL", e);
        }
    }

    Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database), user, password);
    }
}
