package org.cumulet.compute.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What a server is, what is being done to it, and whether the guest runs.
@Embeddable
public record ServerState(
        @Enumerated(EnumType.STRING) @Column(name = "vm_state")
        VmState vm,

        @Enumerated(EnumType.STRING) @Column(name = "task_state") @Nullable
        TaskState task,

        @Enumerated(EnumType.STRING) @Column(name = "power_state")
        PowerState power) {

    static ServerState requested() {
        return new ServerState(VmState.BUILDING, TaskState.SCHEDULING, PowerState.NONE);
    }

    static ServerState running() {
        return new ServerState(VmState.ACTIVE, null, PowerState.RUNNING);
    }

    static ServerState stopped() {
        return new ServerState(VmState.STOPPED, null, PowerState.SHUTDOWN);
    }

    static ServerState deleted() {
        return new ServerState(VmState.DELETED, null, PowerState.NONE);
    }

    ServerState failed() {
        return new ServerState(VmState.ERROR, null, power);
    }

    ServerState resting() {
        return new ServerState(vm, null, power);
    }

    ServerState doing(TaskState next) {
        return new ServerState(vm, next, power);
    }

    /// On its way out, or gone: nothing but its deletion happens to it any more.
    boolean isLeaving() {
        return vm == VmState.DELETED || task == TaskState.DELETING;
    }

    boolean isLaunching() {
        return vm == VmState.BUILDING && task != null && task.isLaunching();
    }

    /// All states that clients know by one of these words.
    static Set<ServerState> withStatus(Set<String> statuses) {
        var found = new HashSet<ServerState>();
        for (var vm : VmState.values()) {
            found.add(new ServerState(vm, null, PowerState.NONE));
            for (var task : TaskState.values()) {
                found.add(new ServerState(vm, task, PowerState.NONE));
            }
        }
        found.removeIf(state -> !statuses.contains(state.status()));
        return found;
    }

    /// One word for clients: `ACTIVE`.
    public String status() {
        return switch (vm) {
            case BUILDING -> "BUILD";
            case ACTIVE ->
                switch (task) {
                    case REBOOTING -> "REBOOT";
                    case REBOOTING_HARD -> "HARD_REBOOT";
                    case null, default -> "ACTIVE";
                };
            case STOPPED -> "SHUTOFF";
            case ERROR -> "ERROR";
            case DELETED -> "DELETED";
        };
    }

    /// @throws Fault.Conflict when this action is not open from this state
    void mustAllow(ServerAction action, UUID server) {
        if (!action.isOpenFrom(vm)) {
            throw conflict(action, server, "vm_state " + vm.text());
        }
        if (task != null && !action.isOpenDuring(task)) {
            throw conflict(action, server, "task_state " + task.text());
        }
    }

    private static Fault.Conflict conflict(ServerAction action, UUID server, String state) {
        return new Fault.Conflict("Cannot '%s' instance %s while it is in %s".formatted(action.verb(), server, state));
    }
}
