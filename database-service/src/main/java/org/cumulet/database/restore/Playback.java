package org.cumulet.database.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.cumulet.database.backup.Backup;
import org.cumulet.database.backup.BackupLedger;
import org.cumulet.database.backup.OpenDump;
import org.cumulet.database.dump.Contents;
import org.cumulet.database.dump.Damaged;
import org.cumulet.database.dump.Dump;
import org.cumulet.database.dump.DumpReader;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.DatabaseShape;
import org.cumulet.database.engine.Engine;
import org.cumulet.database.engine.Profile;
import org.cumulet.database.secret.Password;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.database.settle.Refused;
import org.cumulet.saga.StepFailed;

/// Plays a dump into an empty database.
///
/// A dump holds what users wrote: checks, defaults, triggers. It runs as somebody who may in this database what an
/// owner
/// may and nothing elsewhere, made for this and dropped afterwards; never as the administrator.
@Singleton
class Playback {

    private final BackupLedger ledger;
    private final OpenDump dumps;
    private final ServerDoor door;

    Playback(BackupLedger ledger, OpenDump dumps, ServerDoor door) {
        this.ledger = ledger;
        this.dumps = dumps;
        this.door = door;
    }

    /// Whatever has the name of the target on the server goes first.
    ///
    /// @param keeper whom code of users shall run as; nobody: it goes with the database
    /// @return what is missing or too much, if anything
    Optional<String> into(UUID server, DatabaseShape target, Backup backup, Optional<Dump.Keeper> keeper)
            throws SQLException, IOException {
        try {
            return Refused.explained(() -> atLength(server, target, backup, keeper));
        } catch (Damaged | ZipException e) {
            throw new StepFailed(String.valueOf(e.getMessage()), e.toString(), e);
        }
    }

    private Optional<String> atLength(UUID server, DatabaseShape target, Backup backup, Optional<Dump.Keeper> keeper)
            throws SQLException, IOException {
        return door.atLength(server, (engine, access) -> {
            engine.dropDatabase(access, target.name());
            engine.createDatabase(access, target);
            var player = player(target);
            engine.dropAccount(access, player);
            try {
                return play(engine, access, target.name(), player, backup, keeper);
            } finally {
                engine.revoke(access, target.name(), player);
                engine.dropAccount(access, player);
            }
        });
    }

    /// The same again when this is done again.
    private static Account player(DatabaseShape target) {
        var id = UUID.nameUUIDFromBytes(target.name().getBytes(UTF_8)).toString();
        return new Account("cumulet-" + id.substring(0, 18), Account.ANYWHERE);
    }

    private Optional<String> play(
            Engine engine, Access access, String target, Account player, Backup backup, Optional<Dump.Keeper> keeper)
            throws SQLException, IOException {
        var password = Password.fresh();
        engine.putAccount(access, player, List.of(engine.verifier(password)));
        engine.grant(access, target, player, Profile.OWNER);
        var asOwner = new Access(access.kind(), access.host(), access.port(), player.login(), password);
        try (var admin = engine.longSession(access, target);
                var owner = engine.longSession(asOwner, target);
                var dump = dumps.open(backup)) {
            var how = Dump.of(access.kind());
            new DumpReader(dump)
                    .play(how.player(admin, owner, keeper.orElse(new Dump.Keeper(player.login(), player.host()))));
            readToTheEnd(dump);
            return difference(ledger.contents(backup), how.count(admin, target));
        }
    }

    /// Its checksum is behind everything else.
    private static void readToTheEnd(InputStream dump) throws IOException {
        dump.transferTo(OutputStream.nullOutputStream());
    }

    private static Optional<String> difference(Contents kept, Contents found) {
        var names = new TreeSet<>(kept.rows().keySet());
        names.addAll(found.rows().keySet());
        var differences = names.stream()
                .filter(name ->
                        !kept.rows().getOrDefault(name, -1L).equals(found.rows().getOrDefault(name, -1L)))
                .map(name -> "%s has %s rows, not %s".formatted(name, rows(found, name), rows(kept, name)))
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("%d of %d tables differ: %s"
                        .formatted(
                                differences.size(),
                                names.size(),
                                differences.stream().limit(5).collect(Collectors.joining("; "))));
    }

    private static String rows(Contents contents, String table) {
        var rows = contents.rows().get(table);
        return rows == null ? "no" : rows.toString();
    }
}
