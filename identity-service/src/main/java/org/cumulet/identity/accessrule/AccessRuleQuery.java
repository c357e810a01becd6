package org.cumulet.identity.accessrule;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of access rules may be asked for.
public class AccessRuleQuery {

    @QueryParam("service")
    @Nullable
    String service;

    @QueryParam("method")
    @Nullable
    String method;

    @QueryParam("path")
    @Nullable
    String path;

    Conditions conditions() {
        return new Conditions().is("service", service).is("method", method).is("path", path);
    }
}
