package org.cumulet.systemtests.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// What `virsh list --all` is on a real host: the guests that simulated hosts hold, whatever the API says of servers.
public record SimulatedGuests(Cloud cloud) {

    public List<String> ids() {
        var settings = settings();
        try (var connection = DriverManager.getConnection(
                        settings.getProperty("quarkus.datasource.compute.jdbc.url"),
                        settings.getProperty("quarkus.datasource.compute.username"),
                        settings.getProperty("quarkus.datasource.compute.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from simulated_guest")) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString("id"));
            }
            return ids;
        } catch (SQLException e) {
            throw new AssertionError("Cannot look at the simulated hosts", e);
        }
    }

    private Properties settings() {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(cloud.cumulet().home().resolve("run/cloud.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new AssertionError("Cannot read the settings of the cloud", e);
        }
        return properties;
    }
}
