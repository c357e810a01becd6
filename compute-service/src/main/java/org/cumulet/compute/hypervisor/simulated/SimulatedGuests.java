package org.cumulet.compute.hypervisor.simulated;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.saga.Retry;

/// The guests of simulated hosts, kept so that they outlive the process as real ones do.
@Singleton
class SimulatedGuests {

    private static final String BOOT = "insert into simulated_guest (id, host, running, console) values (?, ?, true, ?)"
            + " on conflict (id) do update set running = true";
    private static final String RUN = "update simulated_guest set running = ? where id = ? and host = ?";
    private static final String REMOVE = "delete from simulated_guest where id = ? and host = ?";
    private static final String FIND = "select id, running, console from simulated_guest where id = ? and host = ?";
    private static final String ALL = "select id, running from simulated_guest where host = ?";

    /// What is known of one.
    record Found(GuestState state, String console) {}

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    SimulatedGuests(@DataSource("compute") AgroalDataSource database) {
        this.database = database;
    }

    void boot(UUID host, UUID guest, String console) {
        with(BOOT, insert -> set(insert, guest, host, console).executeUpdate());
    }

    /// Answers false where there is no such guest.
    boolean run(UUID host, UUID guest, boolean running) {
        return with(RUN, update -> set(update, running, guest, host).executeUpdate()) == 1;
    }

    void remove(UUID host, UUID guest) {
        with(REMOVE, delete -> set(delete, guest, host).executeUpdate());
    }

    Optional<Found> find(UUID host, UUID guest) {
        return with(FIND, select -> {
            try (var row = set(select, guest, host).executeQuery()) {
                return row.next() ? Optional.of(new Found(state(row), row.getString("console"))) : Optional.empty();
            }
        });
    }

    Map<UUID, GuestState> all(UUID host) {
        return with(ALL, select -> {
            var found = new HashMap<UUID, GuestState>();
            try (var row = set(select, host).executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject("id", UUID.class), state(row));
                }
            }
            return found;
        });
    }

    private static GuestState state(ResultSet row) throws SQLException {
        return row.getBoolean("running") ? GuestState.RUNNING : GuestState.OFF;
    }

    private <T> T with(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new Retry("The simulated host does not answer", e);
        }
    }

    private static PreparedStatement set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
