package org.cumulet.network.extension;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What this service can do beyond Neutron's core. Clients switch features on by these, so only what works is here.
enum Extension {
    AGENT("agent", "agent", "The agent management extension.", "2013-02-03"),
    ALLOWED_ADDRESS_PAIRS(
            "allowed-address-pairs", "Allowed Address Pairs", "Provides allowed address pairs", "2013-07-23"),
    AVAILABILITY_ZONE("availability_zone", "Availability Zone", "The availability zone extension.", "2015-01-01"),
    NETWORK_AVAILABILITY_ZONE(
            "network_availability_zone",
            "Network Availability Zone",
            "Availability zone support for network.",
            "2015-01-01"),
    BINDING("binding", "Port Binding", "Expose port bindings of a virtual port to external application", "2014-02-03"),
    DNS_INTEGRATION("dns-integration", "DNS Integration", "Provides integration with DNS.", "2015-08-15"),
    EXTERNAL_NET(
            "external-net",
            "Neutron external network",
            "Adds external network attribute to network resource.",
            "2013-01-14"),
    EXTRA_DHCP_OPT(
            "extra_dhcp_opt",
            "Neutron Extra DHCP options",
            "Extra options configuration for DHCP. For example PXE boot options to DHCP clients can be specified"
                    + " (e.g. tftp-server, server-ip-address, bootfile-name)",
            "2013-03-17"),
    FILTER_VALIDATION(
            "filter-validation",
            "Filter parameters validation",
            "Provides validation on filter parameters.",
            "2018-03-21"),
    IP_SUBSTRING_FILTERING(
            "ip-substring-filtering",
            "IP address substring filtering",
            "Provides IP address substring filtering when listing ports",
            "2017-11-28"),
    NET_MTU("net-mtu", "Network MTU", "Provides MTU attribute for a network resource.", "2015-03-25"),
    NETWORK_IP_AVAILABILITY(
            "network-ip-availability",
            "Network IP Availability",
            "Provides IP availability data for each network and subnet.",
            "2015-09-24"),
    PAGINATION(
            "pagination", "Pagination support", "Extension that indicates that pagination is enabled.", "2016-06-12"),
    PORT_MAC_ADDRESS_REGENERATE(
            "port-mac-address-regenerate",
            "Neutron Port MAC address regenerate",
            "Network port MAC address regenerate",
            "2018-05-03"),
    PORT_SECURITY("port-security", "Port Security", "Provides port security", "2012-07-23"),
    PROJECT_ID(
            "project-id",
            "project_id field enabled",
            "Extension that indicates that project_id field is enabled.",
            "2016-09-09"),
    PROVIDER("provider", "Provider Network", "Expose mapping of virtual networks to physical networks", "2012-09-07"),
    QUOTA_DETAILS(
            "quota_details",
            "Quota details management support",
            "Expose functions for quotas usage statistics per project",
            "2017-02-10"),
    QUOTAS("quotas", "Quota management support", "Expose functions for quotas management per project", "2012-07-29"),
    REVISION_IF_MATCH(
            "revision-if-match",
            "If-Match constraints based on revision_number",
            "Extension indicating that If-Match based on revision_number is supported.",
            "2016-12-11"),
    SECURITY_GROUP("security-group", "security-group", "The security groups extension.", "2012-10-05"),
    SORTING("sorting", "Sorting support", "Extension that indicates that sorting is enabled.", "2016-06-12"),
    STANDARD_ATTR_DESCRIPTION(
            "standard-attr-description",
            "standard-attr-description",
            "Extension to add descriptions to standard attributes",
            "2016-02-10"),
    STANDARD_ATTR_REVISIONS(
            "standard-attr-revisions",
            "Resource revision numbers",
            "This extension will display the revision number of neutron resources.",
            "2016-04-11"),
    STANDARD_ATTR_TAG(
            "standard-attr-tag",
            "Tag support for resources with standard attribute: network, port, security_group, subnet",
            "Enables to set tag on resources with standard attribute.",
            "2017-01-01"),
    STANDARD_ATTR_TIMESTAMP(
            "standard-attr-timestamp",
            "Resource timestamps",
            "Adds created_at and updated_at fields to all Neutron resources that have Neutron standard attributes.",
            "2016-09-12");

    private final String alias;
    private final String title;
    private final String description;
    private final String day;

    Extension(String alias, String title, String description, String day) {
        this.alias = alias;
        this.title = title;
        this.description = description;
        this.day = day;
    }

    static Optional<Extension> parse(String alias) {
        return Stream.of(values()).filter(it -> it.alias.equals(alias)).findFirst();
    }

    ExtensionView view() {
        return new ExtensionView(alias, title, description, day + "T10:00:00-00:00", List.of());
    }
}
