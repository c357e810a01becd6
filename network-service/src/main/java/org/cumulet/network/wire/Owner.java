package org.cumulet.network.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Caller;

/// Whose a new thing will be: the caller's project, or the one that an administrator names.
public final class Owner {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Owner() {}

    public static String of(Body body, Caller caller) {
        var project = named(body, "project_id");
        var tenant = named(body, "tenant_id");
        if (project.isPresent() && tenant.isPresent() && !project.equals(tenant)) {
            throw new Fault.BadRequest("'project_id' and 'tenant_id' do not match");
        }
        var named = project.or(() -> tenant);
        if (named.isPresent() && !named.equals(caller.projectId()) && !caller.isAdmin() && !caller.isService()) {
            throw new Fault.BadRequest("Specifying 'project_id' or 'tenant_id' other than the authenticated project in"
                    + " request requires admin privileges");
        }
        return named.orElseGet(caller::project);
    }

    private static Optional<String> named(Body body, String attribute) {
        return body.parsed(
                attribute,
                text -> Optional.of(text).filter(it -> FORM.matcher(it).matches()),
                "a project id");
    }
}
