package org.cumulet.compute.extension;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cumulet.compute.web.Link;

/// What was once an extension and works here.
enum Extension {
    DISK_CONFIG("OS-DCF", "DiskConfig", "How the disk of a server is divided."),
    AVAILABILITY_ZONE("OS-EXT-AZ", "ExtendedAvailabilityZone", "The zone of a server."),
    SERVER_ATTRIBUTES("OS-EXT-SRV-ATTR", "ExtendedServerAttributes", "The host of a server, for admins."),
    STATUS("OS-EXT-STS", "ExtendedStatus", "What a server is and what is done to it."),
    FLAVOR_DATA("OS-FLV-EXT-DATA", "FlavorExtraData", "The second disk of a flavor."),
    SCHEDULER_HINTS("OS-SCH-HNT", "SchedulerHints", "Where a new server shall go."),
    SERVER_USAGE("OS-SRV-USG", "ServerUsage", "When a server was launched and terminated."),
    AVAILABILITY_ZONES("os-availability-zone", "AvailabilityZone", "The zones there are."),
    CONFIG_DRIVE("os-config-drive", "ConfigDrive", "A disk with what a guest needs to know."),
    CONSOLE_OUTPUT("os-console-output", "Console_output", "What a guest wrote to its console."),
    FLAVOR_ACCESS("os-flavor-access", "FlavorAccess", "Who may use a private flavor."),
    FLAVOR_SPECS("os-flavor-extra-specs", "FlavorExtraSpecs", "What else a flavor asks of a host."),
    FLAVOR_MANAGE("os-flavor-manage", "FlavorManage", "Flavors are made and deleted."),
    HYPERVISORS("os-hypervisors", "Hypervisors", "Hosts, how large and how full."),
    INSTANCE_ACTIONS("os-instance-actions", "InstanceActions", "What was done to a server."),
    KEYPAIRS("os-keypairs", "Keypairs", "The keys of a user."),
    LOCK_SERVER("os-lock-server", "LockServer", "Servers are locked."),
    MULTIPLE_CREATE("os-multiple-create", "MultipleCreate", "Several servers in one request."),
    QUOTA_CLASS_SETS("os-quota-class-sets", "QuotaClasses", "The quota of projects without their own."),
    QUOTA_SETS("os-quota-sets", "Quotas", "How much a project may have."),
    SERVICES("os-services", "Services", "Hosts as services."),
    TENANT_USAGE("os-simple-tenant-usage", "SimpleTenantUsage", "What a project used."),
    USED_LIMITS("os-used-limits", "UsedLimits", "What of the limits is used."),
    USER_DATA("os-user-data", "UserData", "What a guest reads when it first boots.");

    private final String alias;
    private final String title;
    private final String description;

    Extension(String alias, String title, String description) {
        this.alias = alias;
        this.title = title;
        this.description = description;
    }

    static List<View> all() {
        return Arrays.stream(values()).map(Extension::view).toList();
    }

    static Optional<View> named(String alias) {
        return Arrays.stream(values())
                .filter(extension -> extension.alias.equals(alias))
                .map(Extension::view)
                .findFirst();
    }

    private View view() {
        return new View(
                alias,
                title,
                description,
                "http://docs.openstack.org/compute/ext/fake_xml",
                "2014-12-03T00:00:00Z",
                List.of());
    }

    /// An extension as the API shows it.
    record View(String alias, String name, String description, String namespace, String updated, List<Link> links) {}
}
