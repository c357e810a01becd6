package org.cumulet.saga;

import java.time.Duration;

/// Not now: the saga is put down and taken up again after a while.
final class Postponed extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Progress progress;
    private final String trouble;
    private final Duration wait;

    Postponed(Progress progress, String trouble, Duration wait) {
        this.progress = progress;
        this.trouble = trouble;
        this.wait = wait;
    }

    Progress progress() {
        return progress;
    }

    String trouble() {
        return trouble;
    }

    Duration waiting() {
        return wait;
    }
}
