package org.cumulet.saga;

import org.jspecify.annotations.Nullable;

/// How far a saga is. While it runs, `step` is the one to do next; on the way back, the one to undo next, and -1 when
/// only its ending is left.
record Progress(
        State state,
        int step,
        int attempt,
        Object data,
        @Nullable Failure failure) {

    Progress did(Object known) {
        return new Progress(State.RUNNING, step + 1, 0, known, null);
    }

    Progress skipped() {
        return did(data);
    }

    Progress finished() {
        return new Progress(State.DONE, step, 0, data, null);
    }

    Progress turned(Failure why, int lastStep) {
        return new Progress(State.UNDOING, Math.min(step, lastStep), 0, data, why);
    }

    Progress undid() {
        return new Progress(State.UNDOING, step - 1, 0, data, failure);
    }

    Progress failed() {
        return new Progress(State.FAILED, step, 0, data, failure);
    }

    Progress again() {
        return new Progress(state, step, attempt + 1, data, failure);
    }
}
