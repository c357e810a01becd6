package org.cumulet.database.server;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.Engine;
import org.cumulet.database.engine.Engines;

/// The way to a server, as its administrator: not too many at a time.
@Singleton
public class ServerDoor {

    /// What is done there.
    @FunctionalInterface
    public interface Errand<T> {
        T run(Engine engine, Access access) throws SQLException;
    }

    /// What is done there and takes long.
    @FunctionalInterface
    public interface LongErrand<T> {
        T run(Engine engine, Access access) throws SQLException, IOException;
    }

    private final ServerService servers;
    private final Engines engines;
    private final int places;
    private final int longPlaces;
    private final Map<UUID, Semaphore> doors = new ConcurrentHashMap<>();
    private final Map<UUID, Semaphore> longDoors = new ConcurrentHashMap<>();

    ServerDoor(ServerService servers, Engines engines, DatabaseSettings settings) {
        this.servers = servers;
        this.engines = engines;
        this.places = settings.atOnce();
        this.longPlaces = settings.backup().atOnce();
    }

    public <T> T at(UUID server, Errand<T> errand) throws SQLException {
        var door = doors.computeIfAbsent(server, _ -> new Semaphore(places, true));
        var access = servers.access(server);
        door.acquireUninterruptibly();
        try {
            return errand.run(engines.of(access.kind()), access);
        } finally {
            door.release();
        }
    }

    /// For what takes long: beside everything else, and fewer at a time.
    public <T> T atLength(UUID server, LongErrand<T> errand) throws SQLException, IOException {
        var door = longDoors.computeIfAbsent(server, _ -> new Semaphore(longPlaces, true));
        var access = servers.access(server);
        door.acquireUninterruptibly();
        try {
            return errand.run(engines.of(access.kind()), access);
        } finally {
            door.release();
        }
    }

    /// While the caller waits.
    ///
    /// @throws Fault.Unavailable when the server cannot be asked
    public <T> T now(UUID server, Errand<T> errand) {
        try {
            return at(server, errand);
        } catch (SQLException e) {
            throw new Fault.Unavailable("The database server does not answer as it should; try again.").because(e);
        }
    }
}
