package org.cumulet.network.quota;

import java.util.Optional;
import java.util.stream.Stream;

/// What is counted per project, and how much of it a project may have unless somebody says otherwise.
public enum Quota {
    NETWORK("network", "Network", 100),
    SUBNET("subnet", "Subnet", 100),
    PORT("port", "Port", 500),
    SECURITY_GROUP("security_group", "SecurityGroup", 10),
    SECURITY_GROUP_RULE("security_group_rule", "SecurityRule", 100);

    private final String api;
    private final String entity;
    private final int usual;

    Quota(String api, String entity, int usual) {
        this.api = api;
        this.entity = entity;
        this.usual = usual;
    }

    /// As the API names it.
    public String api() {
        return api;
    }

    /// What the rows that count are called.
    String entity() {
        return entity;
    }

    int usual() {
        return usual;
    }

    static Optional<Quota> parse(String text) {
        return Stream.of(values()).filter(quota -> quota.api.equals(text)).findFirst();
    }
}
