package org.cumulet.inventory.placement.candidate;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.Amounts;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.MemberOf;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.Printable;
import org.cumulet.inventory.placement.QueryString;
import org.cumulet.inventory.placement.TraitWish;

/// What is looked for room for.
///
/// @param isolated no two groups with a suffix may share a provider
/// @param subtrees groups, by suffix, whose providers must be in one branch
record CandidateQuery(List<Group> groups, boolean isolated, int limit, TraitWish root, List<Set<String>> subtrees) {

    static final int MOST = 1000;

    private static final Set<String> OF_THE_WHOLE = Set.of("limit", "group_policy", "root_required", "same_subtree");
    private static final Pattern NUMBERED = Pattern.compile("(resources|required|member_of|in_tree)([1-9][0-9]{0,4})");
    private static final Pattern NAMED = Pattern.compile("(resources|required|member_of|in_tree)([a-zA-Z0-9_-]{1,64})");

    static CandidateQuery of(UriInfo uri) {
        var query = QueryString.of(uri);
        var suffixes = suffixes(query);
        var groups = suffixes.stream().map(suffix -> group(query, suffix)).toList();
        var subtrees = subtrees(query, suffixes);
        mustWantSomething(groups, subtrees);
        return new CandidateQuery(
                groups, isolated(query, suffixes), limit(query), TraitWish.of(query, "root_required"), subtrees);
    }

    /// All groups that are named by a key; also makes sure that all keys are known at this version.
    private static Set<String> suffixes(QueryString query) {
        var known = known();
        var suffixes = new LinkedHashSet<String>();
        query.values().keySet().stream().sorted().forEach(key -> {
            if (known.contains(key)) {
                if (!OF_THE_WHOLE.contains(key)) {
                    suffixes.add("");
                }
                return;
            }
            var match = (Microversion.atLeast(PlacementVersions.GROUP_NAMES) ? NAMED : NUMBERED).matcher(key);
            if (!Microversion.atLeast(PlacementVersions.GROUPS) || !match.matches()) {
                throw QueryString.unknown(key);
            }
            suffixes.add(match.group(2));
        });
        return suffixes;
    }

    private static Set<String> known() {
        var keys = new HashSet<>(Set.of("resources"));
        since(PlacementVersions.LIMIT, "limit", keys);
        since(PlacementVersions.CANDIDATE_TRAITS, "required", keys);
        since(PlacementVersions.CANDIDATE_MEMBER_OF, "member_of", keys);
        since(PlacementVersions.GROUPS, "group_policy", keys);
        since(PlacementVersions.CANDIDATES_IN_TREE, "in_tree", keys);
        since(PlacementVersions.ROOT_REQUIRED, "root_required", keys);
        since(PlacementVersions.SAME_SUBTREE, "same_subtree", keys);
        return keys;
    }

    private static void since(Microversion version, String key, Set<String> keys) {
        if (Microversion.atLeast(version)) {
            keys.add(key);
        }
    }

    private static Group group(QueryString query, String suffix) {
        var resources = query.one("resources" + suffix)
                .map(text -> Amounts.read("resources" + suffix, text))
                .orElse(Map.of());
        return new Group(
                suffix,
                resources,
                TraitWish.of(query, "required" + suffix),
                MemberOf.of(query, "member_of" + suffix),
                query.one("in_tree" + suffix)
                        .map(text -> Ids.read(text, "in_tree" + suffix))
                        .orElse(null));
    }

    private static List<Set<String>> subtrees(QueryString query, Set<String> suffixes) {
        var subtrees = new ArrayList<Set<String>>();
        for (var value : query.all("same_subtree")) {
            var named = new LinkedHashSet<>(List.of(value.split(",", -1)));
            if (!suffixes.containsAll(named) || named.contains("")) {
                throw QueryString.bad("same_subtree", "it names a group that is not asked for");
            }
            subtrees.add(named);
        }
        return subtrees;
    }

    /// A group without resources only says where others are to be.
    private static void mustWantSomething(List<Group> groups, List<Set<String>> subtrees) {
        if (groups.stream().allMatch(group -> group.resources().isEmpty())) {
            throw QueryString.missing("resources");
        }
        for (var group : groups) {
            var placed = subtrees.stream().anyMatch(subtree -> subtree.contains(group.suffix()));
            if (group.resources().isEmpty() && !placed) {
                throw new Fault.BadRequest(
                        "All traits and aggregates must be associated with resources. Group '%s' has none."
                                .formatted(Printable.of(group.suffix())));
            }
        }
    }

    private static boolean isolated(QueryString query, Set<String> suffixes) {
        var policy = query.one("group_policy");
        var suffixed = suffixes.stream().filter(suffix -> !suffix.isEmpty()).count();
        if (policy.isEmpty() && suffixed > 1) {
            throw new Fault.BadRequest(
                    "The \"group_policy\" parameter is required when specifying more than one \"resources{N}\" parameter.");
        }
        return policy.map(text -> switch (text) {
                    case "isolate" -> true;
                    case "none" -> false;
                    default -> throw QueryString.bad("group_policy", "expected none or isolate");
                })
                .orElse(false);
    }

    private static int limit(QueryString query) {
        return query.one("limit")
                .map(text -> {
                    if (!text.matches("[1-9][0-9]{0,8}")) {
                        throw QueryString.bad("limit", "expected a whole number from 1 on");
                    }
                    return Math.min(Integer.parseInt(text), MOST);
                })
                .orElse(MOST);
    }
}
