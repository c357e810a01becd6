package org.cumulet.network.port;

import static org.cumulet.auth.Access.ADMIN;
import static org.cumulet.auth.Access.PROJECT_MEMBER;
import static org.cumulet.auth.Access.PROJECT_READER;
import static org.cumulet.auth.Access.SERVICE;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a port. Where an attribute is the network owner's to set, the rule is asked with the owner of
/// the network.
enum PortRule implements Rule {
    GET("get_port", PROJECT_READER),
    GET_BINDING("get_port:binding:host_id", ADMIN),
    CREATE("create_port", PROJECT_MEMBER),
    UPDATE("update_port", PROJECT_MEMBER),
    DELETE("delete_port", PROJECT_MEMBER),
    DELETE_NETWORKS_OWN("delete_port:device_owner", ADMIN),
    DELETE_OF_DEVICE("delete_ports_of_device", SERVICE),
    /// `network:…` is not for machines.
    DEVICE_OWNER("create_port:device_owner", ADMIN),
    /// A device that is known to be another project's.
    DEVICE_ID("create_port:device_id", ADMIN),
    BINDING("create_port:binding:host_id", ADMIN),
    PROFILE("create_port:binding:profile", ADMIN),
    MAC_ADDRESS("create_port:mac_address", PROJECT_MEMBER),
    FIXED_IPS("create_port:fixed_ips:ip_address", PROJECT_MEMBER),
    PORT_SECURITY("create_port:port_security_enabled", PROJECT_MEMBER),
    ADDRESS_PAIRS("create_port:allowed_address_pairs", PROJECT_MEMBER),
    /// A pair that covers every address switches anti-spoofing off in disguise.
    ANY_ADDRESS("create_port:allowed_address_pairs:ip_address", ADMIN);

    private final String rule;
    private final Access access;

    PortRule(String rule, Access access) {
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
