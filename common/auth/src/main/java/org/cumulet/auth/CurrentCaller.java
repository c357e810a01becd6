package org.cumulet.auth;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// The caller of the request being answered.
@RequestScoped
public class CurrentCaller {

    private final Policy policy;
    private @Nullable Caller caller;
    private @Nullable String token;

    CurrentCaller(Policy policy) {
        this.policy = policy;
    }

    void is(Caller verified, String text) {
        this.caller = verified;
        this.token = text;
    }

    /// Who is calling.
    ///
    /// @throws Fault.Unauthorized when nobody is (an endpoint with `@NoToken`)
    public Caller get() {
        if (caller == null) {
            throw new Fault.Unauthorized();
        }
        return caller;
    }

    /// Who is calling, where somebody is.
    public Optional<Caller> known() {
        return Optional.ofNullable(caller);
    }

    /// The token itself, to ask another service in the caller's name.
    public String token() {
        get();
        return String.valueOf(token);
    }

    /// The project the caller works in.
    public String project() {
        return get().project();
    }

    public boolean may(Rule rule) {
        return may(rule, Target.NONE);
    }

    public boolean may(Rule rule, Target target) {
        return policy.allows(rule, get(), target);
    }

    /// @throws Fault.Forbidden when the caller may not
    public void must(Rule rule) {
        must(rule, Target.NONE);
    }

    /// @throws Fault.Forbidden when the caller may not do this to that
    public void must(Rule rule, Target target) {
        if (!may(rule, target)) {
            throw new Fault.Forbidden("Policy doesn't allow %s to be performed.".formatted(rule.rule()))
                    .named(rule.rule());
        }
    }
}
