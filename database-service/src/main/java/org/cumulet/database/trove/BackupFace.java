package org.cumulet.database.trove;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.backup.InstanceBackup;
import org.cumulet.database.backup.InstanceBackupService;
import org.cumulet.database.backup.InstanceBackupService.Wanted;
import org.cumulet.database.backup.NewBackup;
import org.cumulet.database.database.DatabaseService;
import org.cumulet.database.engine.Names;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.server.ServerService;
import org.jspecify.annotations.Nullable;

/// Backups of instances, in Trove's words.
@Singleton
@Transactional
class BackupFace {

    private final InstanceBackupService backups;
    private final InstanceService instances;
    private final DatabaseService databases;
    private final DatastoreService datastores;
    private final ServerService servers;
    private final TroveLinks links;

    BackupFace(
            InstanceBackupService backups,
            InstanceService instances,
            DatabaseService databases,
            DatastoreService datastores,
            ServerService servers,
            TroveLinks links) {
        this.backups = backups;
        this.instances = instances;
        this.databases = databases;
        this.datastores = datastores;
        this.servers = servers;
        this.links = links;
    }

    InstanceBackupView create(NewInstanceBackup wish) {
        backups.mustMayCreate();
        var id = wish.ofInstance();
        var names = databases.namesIn(id);
        instances.open(id);
        if (names.isEmpty()) {
            throw new Fault.Unprocessable("Instance %s has no databases: there is nothing to back up.".formatted(id));
        }
        return views(List.of(backups.create(names.stream()
                        .map(name -> new NewBackup(name, wish.name(), wish.description()))
                        .toList())))
                .getFirst();
    }

    InstanceBackupView.Many list(
            boolean everywhere,
            @Nullable String project,
            @Nullable String instance,
            @Nullable String datastore,
            PageQuery query) {
        var wanted = new Wanted(
                everywhere,
                project,
                instance == null ? null : id(instance),
                datastore == null ? null : datastores.engine(datastore));
        return many(backups.list(wanted, query), "backups");
    }

    private static UUID id(String instance) {
        try {
            return UUID.fromString(instance);
        } catch (IllegalArgumentException e) {
            throw new Fault.BadRequest("'%s' is no id of an instance.".formatted(Names.shown(instance)));
        }
    }

    InstanceBackupView.Many listOf(String instance, PageQuery query) {
        var share = instances.show(instance);
        return many(
                backups.list(new Wanted(false, null, share.id(), null), query), "instances/" + instance + "/backups");
    }

    private InstanceBackupView.Many many(Page<InstanceBackup> page, String list) {
        var marker = page.items().isEmpty() ? "" : page.items().getLast().id().toString();
        return new InstanceBackupView.Many(views(page.items()), links.next(page.more(), list, marker));
    }

    InstanceBackupView show(String id) {
        return views(List.of(backups.show(id))).getFirst();
    }

    private List<InstanceBackupView> views(List<InstanceBackup> found) {
        var all = servers.byId();
        return found.stream()
                .map(backup -> InstanceBackupView.of(backup, all.get(backup.server())))
                .toList();
    }
}
