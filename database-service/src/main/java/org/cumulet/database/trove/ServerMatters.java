package org.cumulet.database.trove;

import jakarta.inject.Singleton;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.Names;
import org.cumulet.database.instance.InstanceRule;
import org.cumulet.database.instance.InstanceService;

/// What Trove has of an instance that is a server of its own, and what we say where it is a share of one: there is
/// none, and why none can be made.
@Singleton
class ServerMatters {

    private final InstanceService instances;
    private final CurrentCaller caller;

    ServerMatters(InstanceService instances, CurrentCaller caller) {
        this.instances = instances;
        this.caller = caller;
    }

    void lists(ServerMatterRule rule) {
        caller.must(rule);
    }

    Fault configuration(ServerMatterRule rule, String id) {
        caller.must(rule);
        return new Fault.NotFound("Configuration", Names.shown(id));
    }

    Fault newConfiguration() {
        caller.must(ServerMatterRule.CREATE_CONFIGURATION);
        return new Fault.Unprocessable(
                "Others use the servers of instances too: their settings are for their operators, and there are no groups"
                        + " of settings.");
    }

    void logs(String instance) {
        caller.must(ServerMatterRule.LIST_LOGS);
        instances.found(instance);
    }

    Fault log(String instance) {
        caller.must(ServerMatterRule.USE_LOGS);
        var share = instances.found(instance);
        return new Fault.Unprocessable(
                "Instance %s has no logs: those of its server tell what others do there.".formatted(share.id()));
    }

    Fault newStrategy() {
        caller.must(ServerMatterRule.CREATE_STRATEGY);
        return new Fault.Unprocessable("The operators have decided where backups are kept.");
    }

    Fault noStrategy() {
        caller.must(ServerMatterRule.DELETE_STRATEGY);
        return Fault.NotFound.saying("There is no backup strategy.");
    }

    Fault versions() {
        caller.must(InstanceRule.MANAGE);
        return new Fault.Unprocessable(
                "Datastore versions are those of the servers that are registered: POST /database/v1/servers.");
    }

    Fault parameters() {
        caller.must(InstanceRule.MANAGE);
        return new Fault.Unprocessable("Parameters are those that the servers have.");
    }

    Fault action(String instance) {
        var share = instances.showAny(instance);
        return new Fault.Unprocessable(
                "Instance %s is a share of a server that others use too: it is not stopped or started through it."
                        .formatted(share.id()));
    }
}
