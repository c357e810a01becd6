package org.cumulet.inventory.preflight;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.cumulet.inventory.step.StepName;
import org.jspecify.annotations.Nullable;

/// One thing that was looked into.
///
/// @param cause what is wrong, in one sentence; null where nothing is
/// @param evidence what was run and what it printed; null where nothing had to be
/// @param fix what would put it right; null where nothing has to be
record Check(
        String name,
        State state,
        @Nullable String cause,
        @Nullable Evidence evidence,
        @Nullable Fix fix) {

    enum State {
        @JsonProperty("ok")
        OK,
        /// It works, and something about it is worth knowing.
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("failed")
        FAILED,
        /// It could not be looked into.
        @JsonProperty("skipped")
        SKIPPED
    }

    /// @param command as it was run on the host
    record Evidence(String command, String output) {}

    /// @param host where the command is to be run; null where it is a request to the cloud
    /// @param step of the preparation, where one would do it
    record Fix(
            @Nullable String host, String command, @Nullable StepName step) {

        Fix(@Nullable String host, String command) {
            this(host, command, null);
        }
    }

    static Check ok(String name, @Nullable Evidence evidence) {
        return new Check(name, State.OK, null, evidence, null);
    }

    static Check warning(String name, String cause, @Nullable Evidence evidence, @Nullable Fix fix) {
        return new Check(name, State.WARNING, cause, evidence, fix);
    }

    static Check failed(String name, String cause, @Nullable Evidence evidence, @Nullable Fix fix) {
        return new Check(name, State.FAILED, cause, evidence, fix);
    }

    static Check skipped(String name, String why) {
        return new Check(name, State.SKIPPED, why, null, null);
    }
}
