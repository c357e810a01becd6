package org.cumulet.image.discovery;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may read catalogues of properties.
enum NamespaceRule implements Rule {
    LIST("get_metadef_namespaces", Access.PROJECT_READER),
    SHOW("get_metadef_namespace", Access.PROJECT_READER);

    private final String rule;
    private final Access access;

    NamespaceRule(String rule, Access access) {
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
