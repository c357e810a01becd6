package org.cumulet.compute.create;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.web.ComputeDialect;
import org.cumulet.once.Handled;
import org.jspecify.annotations.Nullable;

/// What is answered to one of many wishes.
///
/// @param status 202, or the one of the refusal
/// @param id of the server
/// @param message why there is none
record Launched(
        int status,
        @JsonInclude(Include.NON_NULL) @Nullable String id,
        @JsonInclude(Include.NON_NULL) @Nullable String message) {

    /// It has a place; the server is made with all others.
    static final Launched NEW = new Launched(202, null, null);

    static Launched refused(Fault fault) {
        return new Launched(ComputeDialect.statusOf(fault), null, fault.text());
    }

    static Launched before(Handled.Answer answer) {
        return new Launched(answer.status(), answer.resource(), null);
    }

    @JsonIgnore
    boolean isNew() {
        return this == NEW;
    }

    Launched as(Object server) {
        return new Launched(status, server.toString(), null);
    }

    /// As it is remembered by its key.
    Handled.Answer kept() {
        return new Handled.Answer(status, id);
    }

    record Many(List<Launched> launches) {}
}
