package org.cumulet.database.trove;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.backup.InstanceBackupService;
import org.cumulet.database.database.DatabaseService;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.quota.QuotaChange;
import org.cumulet.database.quota.QuotaService;

/// Quotas and their use, in Trove's words.
@Singleton
@Transactional
class QuotaFace {

    private final QuotaService quotas;
    private final InstanceService instances;
    private final DatabaseService databases;
    private final InstanceBackupService backups;
    private final CurrentCaller caller;

    QuotaFace(
            QuotaService quotas,
            InstanceService instances,
            DatabaseService databases,
            InstanceBackupService backups,
            CurrentCaller caller) {
        this.quotas = quotas;
        this.instances = instances;
        this.databases = databases;
        this.backups = backups;
        this.caller = caller;
    }

    List<LimitView.Use> uses(String project) {
        var quota = quotas.show(project);
        return List.of(
                LimitView.Use.of("instances", instances.count(project), quota.instances()),
                LimitView.Use.of("volumes", instances.volume(project), quota.volumes()),
                LimitView.Use.of("backups", backups.count(project), quota.backups()),
                LimitView.Use.of("databases", databases.count(project), quota.databases()),
                LimitView.Use.of("users", databases.countUsers(project), quota.users()));
    }

    LimitView.Quotas change(String project, QuotaChange wish) {
        var quota = quotas.change(project, wish);
        return new LimitView.Quotas(
                quota.instances(), quota.volumes(), quota.backups(), quota.databases(), quota.users());
    }

    LimitView.Absolute absolute() {
        var quota = quotas.show(caller.project());
        return new LimitView.Absolute(
                "ABSOLUTE", quota.instances(), quota.volumes(), quota.backups(), quota.databases(), quota.users());
    }
}
