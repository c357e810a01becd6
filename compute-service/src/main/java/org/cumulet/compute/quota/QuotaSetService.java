package org.cumulet.compute.quota;

import static org.cumulet.compute.quota.QuotaRule.DEFAULTS;
import static org.cumulet.compute.quota.QuotaRule.DELETE;
import static org.cumulet.compute.quota.QuotaRule.DETAIL;
import static org.cumulet.compute.quota.QuotaRule.LIMITS;
import static org.cumulet.compute.quota.QuotaRule.LIMITS_OF_OTHERS;
import static org.cumulet.compute.quota.QuotaRule.SHOW;
import static org.cumulet.compute.quota.QuotaRule.SHOW_CLASS;
import static org.cumulet.compute.quota.QuotaRule.UPDATE;
import static org.cumulet.compute.quota.QuotaRule.UPDATE_CLASS;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.jspecify.annotations.Nullable;

/// What can be done with quotas.
@Singleton
class QuotaSetService {

    private static final String DEFAULT_CLASS = "default";

    private final QuotaStore store;
    private final QuotaService quotas;
    private final Projects projects;
    private final CurrentCaller caller;

    QuotaSetService(QuotaStore store, QuotaService quotas, Projects projects, CurrentCaller caller) {
        this.store = store;
        this.quotas = quotas;
        this.projects = projects;
        this.caller = caller;
    }

    Limits show(String project) {
        caller.must(SHOW, Target.project(project));
        projects.mustExist(project);
        return quotas.limits(project);
    }

    @Transactional
    Usage detail(String project) {
        caller.must(DETAIL, Target.project(project));
        return usage(project);
    }

    Limits defaults() {
        caller.must(DEFAULTS);
        return quotas.defaults();
    }

    /// The caller's own, or an admin's look at another's.
    @Transactional
    Usage limits(@Nullable String project) {
        caller.must(LIMITS);
        if (project == null) {
            return usage(caller.project());
        }
        caller.must(LIMITS_OF_OTHERS);
        return usage(project);
    }

    Limits update(String project, @Nullable String user, QuotaChange change) {
        caller.must(UPDATE);
        mustBeForAll(user);
        projects.mustExist(project);
        return quotas.set(project, change);
    }

    @Transactional
    void delete(String project, @Nullable String user) {
        caller.must(DELETE);
        mustBeForAll(user);
        store.forget(project);
    }

    Limits showClass() {
        caller.must(SHOW_CLASS);
        return quotas.defaults();
    }

    @Transactional
    Limits updateClass(String name, QuotaChange change) {
        caller.must(UPDATE_CLASS);
        if (!name.equals(DEFAULT_CLASS)) {
            throw new Fault.BadRequest("There is one quota class here, and it is called 'default'.");
        }
        store.set(Quota.EVERYBODY, change.limits());
        return quotas.defaults();
    }

    /// What a project may have and what it has.
    record Usage(Limits limits, Use use) {}

    private static void mustBeForAll(@Nullable String user) {
        if (user != null) {
            throw new Fault.BadRequest("All users of a project share its quota here: leave user_id out.");
        }
    }

    private Usage usage(String project) {
        return new Usage(quotas.limits(project), quotas.use(project));
    }
}
