package org.cumulet.auth;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// Endpoints of every kind of openness, for the tests of this module.
@Path("/trial")
@RunOnVirtualThread
public class Trial {

    private final CurrentCaller caller;

    Trial(CurrentCaller caller) {
        this.caller = caller;
    }

    enum TrialRule implements Rule {
        READ("trial:things:index", Access.PROJECT_READER),
        RULE("trial:things:rule", Access.ADMIN);

        private final String rule;
        private final Access access;

        TrialRule(String rule, Access access) {
            this.rule = rule;
            this.access = access;
        }

        @Override
        public String rule() {
            return rule;
        }

        @Override
        public Access access() {
            return access;
        }
    }

    @GET
    @Path("open")
    @NoToken
    public String open() {
        return "welcome";
    }

    @GET
    @Path("things")
    public String things() {
        caller.must(TrialRule.READ);
        return caller.get().user().name() + " in " + caller.project();
    }

    @GET
    @Path("rule")
    public String rule() {
        caller.must(TrialRule.RULE);
        return "done";
    }
}
