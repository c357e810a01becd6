package org.cumulet.inventory.placement;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Microversioned;

/// The ledger of Placement's microversions that change what we do; those that only show or hide an endpoint or a key
/// are
/// named there.
public final class PlacementVersions {

    public static final Microversion MINIMUM = Microversion.of("1.0");
    public static final Microversion MAXIMUM = Microversion.of("1.39");

    /// Providers are found by their aggregates.
    public static final Microversion MEMBER_OF = Microversion.of("1.3");
    /// Providers are found by the room they have.
    public static final Microversion RESOURCES = Microversion.of("1.4");
    /// Classes are made by naming them.
    public static final Microversion ENSURED_CLASSES = Microversion.of("1.7");
    /// All inventories are taken away at once.
    public static final Microversion CLEARING = Microversion.of("1.5");
    /// Allocations say whose they are.
    public static final Microversion OWNED_ALLOCATIONS = Microversion.of("1.8");
    /// Allocations are written by provider, not as a list.
    public static final Microversion ALLOCATIONS_BY_PROVIDER = Microversion.of("1.12");
    /// Providers have parents.
    public static final Microversion NESTED = Microversion.of("1.14");
    /// Reads say when they were made and are not to be cached.
    public static final Microversion CACHE_HEADERS = Microversion.of("1.15");
    /// Candidates are cut at a limit.
    public static final Microversion LIMIT = Microversion.of("1.16");
    /// Candidates have traits.
    public static final Microversion CANDIDATE_TRAITS = Microversion.of("1.17");
    /// Providers are found by their traits.
    public static final Microversion REQUIRED = Microversion.of("1.18");
    /// Aggregates are changed by those who know the state of the provider.
    public static final Microversion GUARDED_AGGREGATES = Microversion.of("1.19");
    /// A new provider is answered whole.
    public static final Microversion PROVIDER_IN_ANSWER = Microversion.of("1.20");
    /// Candidates are found by their aggregates.
    public static final Microversion CANDIDATE_MEMBER_OF = Microversion.of("1.21");
    /// Traits may be forbidden.
    public static final Microversion FORBIDDEN_TRAITS = Microversion.of("1.22");
    /// Errors have a code.
    public static final Microversion ERROR_CODES = Microversion.of("1.23");
    /// Candidates are asked for in groups.
    public static final Microversion GROUPS = Microversion.of("1.25");
    /// All of an inventory may be reserved.
    public static final Microversion ALL_RESERVED = Microversion.of("1.26");
    /// Summaries of candidates show all classes.
    public static final Microversion WHOLE_SUMMARIES = Microversion.of("1.27");
    /// Consumers have a generation.
    public static final Microversion CONSUMER_GENERATION = Microversion.of("1.28");
    /// Candidates reach into the children of a provider.
    public static final Microversion NESTED_CANDIDATES = Microversion.of("1.29");
    /// Candidates are looked for in one tree.
    public static final Microversion CANDIDATES_IN_TREE = Microversion.of("1.31");
    /// Aggregates may be forbidden.
    public static final Microversion FORBIDDEN_AGGREGATES = Microversion.of("1.32");
    /// Groups have names.
    public static final Microversion GROUP_NAMES = Microversion.of("1.33");
    /// Candidates say which provider serves which group.
    public static final Microversion MAPPINGS = Microversion.of("1.34");
    /// Traits of the root of a tree are asked for.
    public static final Microversion ROOT_REQUIRED = Microversion.of("1.35");
    /// Groups are served by one branch of a tree.
    public static final Microversion SAME_SUBTREE = Microversion.of("1.36");
    /// A provider may be moved to another parent.
    public static final Microversion MOVING = Microversion.of("1.37");
    /// Consumers have a type.
    public static final Microversion CONSUMER_TYPE = Microversion.of("1.38");
    /// One of several traits is enough.
    public static final Microversion ANY_TRAIT = Microversion.of("1.39");

    private PlacementVersions() {}

    /// How this service is negotiated with.
    static class Declaration {
        @Produces
        @Singleton
        Microversioned placement() {
            return new Microversioned("/placement", "placement", List.of(), MINIMUM, MAXIMUM);
        }
    }
}
