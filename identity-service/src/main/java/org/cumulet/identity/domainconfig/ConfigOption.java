package org.cumulet.identity.domainconfig;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The options that a domain may have settings for, with what holds where it has none. Others that Keystone has would
/// promise what is not done, so they are refused.
enum ConfigOption {
    DRIVER("identity", "driver", "sql"),
    LIST_LIMIT("identity", "list_limit", null),
    URL("ldap", "url", "ldap://localhost"),
    USER("ldap", "user", null),
    PASSWORD("ldap", "password", null),
    SUFFIX("ldap", "suffix", "cn=example,cn=com"),
    QUERY_SCOPE("ldap", "query_scope", "one"),
    PAGE_SIZE("ldap", "page_size", 0),
    ALIAS_DEREFERENCING("ldap", "alias_dereferencing", "default"),
    USER_TREE_DN("ldap", "user_tree_dn", null),
    USER_FILTER("ldap", "user_filter", null),
    USER_OBJECTCLASS("ldap", "user_objectclass", "inetOrgPerson"),
    USER_ID_ATTRIBUTE("ldap", "user_id_attribute", "cn"),
    USER_NAME_ATTRIBUTE("ldap", "user_name_attribute", "sn"),
    USER_DESCRIPTION_ATTRIBUTE("ldap", "user_description_attribute", "description"),
    USER_MAIL_ATTRIBUTE("ldap", "user_mail_attribute", "mail"),
    USER_ENABLED_ATTRIBUTE("ldap", "user_enabled_attribute", "enabled"),
    USER_ENABLED_INVERT("ldap", "user_enabled_invert", false),
    USER_ENABLED_MASK("ldap", "user_enabled_mask", 0),
    USER_ENABLED_DEFAULT("ldap", "user_enabled_default", "True"),
    GROUP_TREE_DN("ldap", "group_tree_dn", null),
    GROUP_FILTER("ldap", "group_filter", null),
    GROUP_OBJECTCLASS("ldap", "group_objectclass", "groupOfNames"),
    GROUP_ID_ATTRIBUTE("ldap", "group_id_attribute", "cn"),
    GROUP_NAME_ATTRIBUTE("ldap", "group_name_attribute", "ou"),
    GROUP_MEMBER_ATTRIBUTE("ldap", "group_member_attribute", "member"),
    GROUP_MEMBERS_ARE_IDS("ldap", "group_members_are_ids", false),
    GROUP_DESC_ATTRIBUTE("ldap", "group_desc_attribute", "description"),
    GROUP_AD_NESTING("ldap", "group_ad_nesting", false),
    TLS_CACERTFILE("ldap", "tls_cacertfile", null),
    USE_TLS("ldap", "use_tls", false),
    TLS_REQ_CERT("ldap", "tls_req_cert", "demand"),
    CONNECTION_TIMEOUT("ldap", "connection_timeout", -1);

    private final String group;
    private final String option;
    private final @Nullable Object usual;

    ConfigOption(String group, String option, @Nullable Object usual) {
        this.group = group;
        this.option = option;
        this.usual = usual;
    }

    static Optional<ConfigOption> find(String group, String option) {
        return Arrays.stream(values())
                .filter(it -> it.group.equals(group) && it.option.equals(option))
                .findFirst();
    }

    /// What holds where a domain has no settings, without what is secret.
    static Map<String, Map<String, @Nullable Object>> defaults() {
        var all = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        Arrays.stream(values())
                .filter(it -> !it.isSecret())
                .forEach(it -> all.computeIfAbsent(it.group, _ -> new LinkedHashMap<>())
                        .put(it.option, it.usual));
        return all;
    }

    /// Whether it is kept and never shown.
    boolean isSecret() {
        return this == PASSWORD;
    }
}
