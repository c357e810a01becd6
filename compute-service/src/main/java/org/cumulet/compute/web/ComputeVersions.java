package org.cumulet.compute.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Microversioned;

/// The ledger of microversions that change what we do; those that only show or hide a key are named at the key.
public final class ComputeVersions {

    public static final Microversion MINIMUM = Microversion.of("2.1");
    public static final Microversion MAXIMUM = Microversion.of("2.93");

    /// A new keypair answers 201 and its deletion 204.
    public static final Microversion KEYPAIR_TYPES = Microversion.of("2.2");
    /// Admins name the user whose keypairs they mean.
    public static final Microversion KEYPAIRS_OF_USERS = Microversion.of("2.10");
    /// The history of a server outlives it.
    public static final Microversion HISTORY_OF_THE_GONE = Microversion.of("2.21");
    /// Lists of hypervisors have pages.
    public static final Microversion HYPERVISOR_PAGES = Microversion.of("2.33");
    /// Lists of keypairs have pages.
    public static final Microversion KEYPAIR_PAGES = Microversion.of("2.35");
    /// Quotas and limits say nothing of networks any more.
    public static final Microversion NO_NETWORK_QUOTAS = Microversion.of("2.36");
    /// A new server must say which networks it wants: a list, `auto` or `none`.
    public static final Microversion NETWORKS_REQUIRED = Microversion.of("2.37");
    /// A status that does not exist is refused as a filter.
    public static final Microversion STATUS_CHECKED = Microversion.of("2.38");
    /// Everybody reads the events of an action.
    public static final Microversion ACTION_EVENTS = Microversion.of("2.51");
    /// Hypervisors and services are known by UUID.
    public static final Microversion UUIDS = Microversion.of("2.53");
    /// Files are not injected any more, and there are no quotas for them.
    public static final Microversion NO_PERSONALITY = Microversion.of("2.57");
    /// Lists of actions have pages.
    public static final Microversion ACTION_PAGES = Microversion.of("2.58");
    /// Unknown keys in a query are refused, and a changed server is answered whole.
    public static final Microversion STRICT_QUERIES = Microversion.of("2.75");
    /// More filters for everybody.
    public static final Microversion MORE_FILTERS = Microversion.of("2.83");
    /// Hypervisors do not tell their capacity any more.
    public static final Microversion NO_HYPERVISOR_FIGURES = Microversion.of("2.88");
    /// Keys are not generated any more; names may hold `@` and `.`.
    public static final Microversion KEYPAIR_IMPORT_ONLY = Microversion.of("2.92");

    private ComputeVersions() {}

    /// How this service is negotiated with.
    static class Declaration {
        @Produces
        @Singleton
        Microversioned compute() {
            return new Microversioned("/compute", "compute", List.of("X-OpenStack-Nova-API-Version"), MINIMUM, MAXIMUM);
        }
    }
}
