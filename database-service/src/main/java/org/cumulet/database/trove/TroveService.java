package org.cumulet.database.trove;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.backup.InstanceBackup;
import org.cumulet.database.backup.InstanceBackupService;
import org.cumulet.database.database.DatabaseService;
import org.cumulet.database.database.UserService;
import org.cumulet.database.engine.Names;
import org.cumulet.database.instance.Instance;
import org.cumulet.database.instance.InstanceRule;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.restore.RestoreService;
import org.cumulet.database.server.DatabaseServer;
import org.cumulet.database.server.ServerService;
import org.cumulet.database.server.ServerState;
import org.cumulet.database.trove.NewDatabases.DatabaseWish;
import org.cumulet.database.trove.NewUsers.UserWish;
import org.jspecify.annotations.Nullable;

/// Instances with what is in them.
@Singleton
@Transactional
class TroveService {

    private final InstanceService instances;
    private final DatabaseService databases;
    private final UserService users;
    private final ServerService servers;
    private final InstanceBackupService backups;
    private final RestoreService restores;
    private final TroveLinks links;
    private final CurrentCaller caller;

    TroveService(
            InstanceService instances,
            DatabaseService databases,
            UserService users,
            ServerService servers,
            InstanceBackupService backups,
            RestoreService restores,
            TroveLinks links,
            CurrentCaller caller) {
        this.instances = instances;
        this.databases = databases;
        this.users = users;
        this.servers = servers;
        this.backups = backups;
        this.restores = restores;
        this.links = links;
        this.caller = caller;
    }

    /// A share of the server with the fewest databases of those that can give one, with databases and users in it: all
    /// or nothing.
    InstanceView create(NewInstance wish) {
        caller.must(InstanceRule.CREATE);
        mustBeFlavor(wish.flavorRef());
        wish.mustBeAShare();
        var backup = wish.restorePoint() == null
                ? null
                : backups.toRestore(wish.restorePoint().backupRef());
        var server = choose(wish, backup);
        var instance = instances.create(server, wish.name(), size(wish.volume()));
        if (backup != null) {
            restores.restore(backup, server.name());
        }
        if (wish.databases() != null) {
            databases.declareIn(
                    instance,
                    wish.databases().stream().map(DatabaseWish::asDeclared).toList());
        }
        if (wish.users() != null && !wish.users().isEmpty()) {
            users.create(instance, wish.users().stream().map(UserWish::asWished).toList());
        }
        return view(instance);
    }

    private static @Nullable Integer size(NewInstance.@Nullable Volume volume) {
        if (volume == null || volume.size() == null) {
            return null;
        }
        if (volume.size() < 1 || volume.size() > 1 << 20) {
            throw new Fault.Unprocessable("A volume has between 1 and %d GB.".formatted(1 << 20));
        }
        return volume.size();
    }

    private static void mustBeFlavor(@Nullable Object reference) {
        if (reference == null) {
            return;
        }
        var id = String.valueOf(reference);
        if (!id.substring(id.lastIndexOf('/') + 1).equals(FlavorView.SHARED)) {
            throw new Fault.NotFound("Flavor", Names.shown(id));
        }
    }

    private DatabaseServer choose(NewInstance wish, @Nullable InstanceBackup backup) {
        var all = servers.all();
        var load = databases.load();
        var refused = new TreeMap<String, Integer>();
        return all.stream()
                .filter(server -> reason(wish.datastore(), backup, server)
                        .map(why -> refused.merge(why, 1, Integer::sum))
                        .isEmpty())
                .min(Comparator.<DatabaseServer>comparingLong(server -> load.getOrDefault(server.id(), 0L))
                        .thenComparing(DatabaseServer::name))
                .orElseThrow(() -> new Fault.Unprocessable("No server can take instance '%s': of %d, %s."
                        .formatted(
                                Names.shown(wish.name()),
                                all.size(),
                                refused.isEmpty()
                                        ? "none is registered"
                                        : refused.entrySet().stream()
                                                .map(each -> each.getValue() + " " + each.getKey())
                                                .collect(Collectors.joining(", ")))));
    }

    private Optional<String> reason(
            NewInstance.@Nullable Datastore wish, @Nullable InstanceBackup backup, DatabaseServer server) {
        var version = DatastoreVersion.of(server);
        if (backup != null && backup.engine() != server.engine()) {
            return Optional.of("of another datastore than the backup");
        }
        if (wish != null && wish.type() != null && !version.isOfDatastore(wish.type())) {
            return Optional.of("of another datastore");
        }
        if (wish != null
                && (wish.version() != null && !version.is(wish.version())
                        || wish.versionNumber() != null && !version.is(wish.versionNumber()))) {
            return Optional.of("of another version");
        }
        if (server.state() == ServerState.OFFLINE) {
            return Optional.of("offline");
        }
        return instances.find(caller.project(), server.id()).map(_ -> "with an instance of this project already");
    }

    void act(String id, InstanceAction action) {
        action.mustBeOne();
        if (action.resetStatus() != null) {
            instances.reset(id);
        } else if (action.restart() != null) {
            caller.must(InstanceRule.UPDATE);
            instances.open(id);
            throw new Fault.Unprocessable(
                    "Others use the server of instance %s too: its operators restart it.".formatted(Names.shown(id)));
        } else if (action.resize() != null) {
            resize(id, action.resize());
        } else {
            caller.must(InstanceRule.UPDATE);
            instances.open(id);
            throw new Fault.BadRequest(
                    "Instance %s is a share of a server: it is no replica, and has none.".formatted(Names.shown(id)));
        }
    }

    void change(String id, InstanceChange wish) {
        caller.must(InstanceRule.UPDATE);
        instances.open(id);
        instances.rename(id, wish.newName());
    }

    private void resize(String id, InstanceAction.Resize wish) {
        if (wish.volume() != null) {
            instances.resize(id, wish.volume().size());
            return;
        }
        caller.must(InstanceRule.RESIZE);
        instances.open(id);
        mustBeFlavor(wish.flavorRef());
        throw new Fault.BadRequest("The instance has this flavor, and there is no other.");
    }

    InstanceView show(String id) {
        return view(instances.show(id));
    }

    InstanceView showAny(String id) {
        return view(instances.showAny(id));
    }

    InstanceView.Many list(PageQuery query) {
        return many(instances.list(query), "instances");
    }

    InstanceView.Many listAny(@Nullable String project, PageQuery query) {
        return many(instances.listAny(project, query), "mgmt/instances");
    }

    private InstanceView.Many many(Page<Instance> page, String list) {
        var marker = page.items().isEmpty() ? "" : page.items().getLast().id().toString();
        return new InstanceView.Many(views(page.items()), links.next(page.more(), list, marker));
    }

    private InstanceView view(Instance instance) {
        return views(List.of(instance)).getFirst();
    }

    private List<InstanceView> views(List<Instance> shares) {
        var all = servers.byId();
        var holdings = databases.holdings(shares);
        return shares.stream()
                .map(share -> InstanceView.of(
                        share,
                        Objects.requireNonNull(all.get(share.server())),
                        Objects.requireNonNull(holdings.get(share.id())),
                        links.self("instances", share.id().toString()),
                        flavorLinks()))
                .toList();
    }

    FlavorView flavor(String id) {
        if (!id.equals(FlavorView.SHARED)) {
            throw new Fault.NotFound("Flavor", Names.shown(id));
        }
        return flavor();
    }

    FlavorView flavor() {
        return FlavorView.shared(flavorLinks());
    }

    private List<Link> flavorLinks() {
        return links.self("flavors", FlavorView.SHARED);
    }
}
