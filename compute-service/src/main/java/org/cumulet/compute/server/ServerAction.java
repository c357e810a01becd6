package org.cumulet.compute.server;

import static org.cumulet.compute.server.TaskState.POWERING_OFF;
import static org.cumulet.compute.server.TaskState.POWERING_ON;
import static org.cumulet.compute.server.TaskState.REBOOTING;
import static org.cumulet.compute.server.TaskState.REBOOTING_HARD;
import static org.cumulet.compute.server.VmState.ACTIVE;
import static org.cumulet.compute.server.VmState.ERROR;
import static org.cumulet.compute.server.VmState.STOPPED;

import java.util.EnumSet;
import java.util.Set;

/// What a caller can do to a server, and from where.
public enum ServerAction {
    START("start", EnumSet.of(STOPPED), EnumSet.noneOf(TaskState.class)),
    STOP("stop", EnumSet.of(ACTIVE, ERROR), EnumSet.noneOf(TaskState.class)),
    REBOOT_SOFT("reboot", EnumSet.of(ACTIVE), EnumSet.noneOf(TaskState.class)),
    REBOOT_HARD(
            "reboot",
            EnumSet.of(ACTIVE, STOPPED, ERROR),
            EnumSet.of(REBOOTING, REBOOTING_HARD, POWERING_OFF, POWERING_ON)),
    CHANGE_METADATA("update metadata", EnumSet.of(ACTIVE, STOPPED), EnumSet.allOf(TaskState.class)),
    CHANGE_TAGS("update tags", EnumSet.of(ACTIVE, STOPPED), EnumSet.allOf(TaskState.class)),
    DELETE("delete", EnumSet.complementOf(EnumSet.of(VmState.DELETED)), EnumSet.allOf(TaskState.class));

    private final String verb;
    private final Set<VmState> from;
    private final Set<TaskState> during;

    ServerAction(String verb, Set<VmState> from, Set<TaskState> during) {
        this.verb = verb;
        this.from = from;
        this.during = during;
    }

    String verb() {
        return verb;
    }

    boolean isOpenFrom(VmState state) {
        return from.contains(state);
    }

    boolean isOpenDuring(TaskState task) {
        return during.contains(task);
    }
}
