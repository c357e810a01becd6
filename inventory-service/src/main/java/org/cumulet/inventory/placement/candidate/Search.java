package org.cumulet.inventory.placement.candidate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.cumulet.inventory.placement.provider.Room;

/// Looks for all ways to get what is wanted from one tree.
record Search(CandidateQuery query, Tree tree) {

    List<Candidate> candidates() {
        if (!query.root().holds(tree.rootTraits())) {
            return List.of();
        }
        var found = List.of(Candidate.EMPTY);
        for (var group : query.groups()) {
            if (group.inTree() != null && !tree.holds(group.inTree())) {
                return List.of();
            }
            found = group.isSuffixed() ? fromOne(group, found) : fromSeveral(group, found);
        }
        return found.stream().filter(this::holdsTogether).distinct().toList();
    }

    /// All of the group from one provider.
    private List<Candidate> fromOne(Group group, List<Candidate> before) {
        return extend(before, group, group.resources(), room -> group.traits().holds(room.traits()));
    }

    /// Each class of the group from whichever provider has it; their traits count together.
    private List<Candidate> fromSeveral(Group group, List<Candidate> before) {
        var found = before;
        for (var resource : group.resources().entrySet()) {
            found = extend(
                    found,
                    group,
                    Map.of(resource.getKey(), resource.getValue()),
                    room -> group.traits().forbidden().stream().noneMatch(room.traits()::contains));
        }
        return found.stream()
                .filter(candidate -> haveTogether(group, candidate))
                .toList();
    }

    private List<Candidate> extend(
            List<Candidate> before, Group group, Map<String, Integer> resources, Predicate<Room> suits) {
        var found = new ArrayList<Candidate>();
        for (var candidate : before) {
            for (var room : tree.rooms().values()) {
                if (found.size() < CandidateQuery.MOST
                        && group.memberOf().holds(tree.aggregates(room))
                        && room.fits(resources)
                        && suits.test(room)) {
                    found.add(candidate.and(group.suffix(), room.provider(), resources));
                }
            }
        }
        return found;
    }

    private boolean haveTogether(Group group, Candidate candidate) {
        var traits = new HashSet<String>();
        candidate.mappings().getOrDefault(group.suffix(), Set.of()).forEach(id -> traits.addAll(room(id).traits()));
        return group.traits().holds(traits);
    }

    private boolean holdsTogether(Candidate candidate) {
        return candidate.amounts().entrySet().stream()
                        .allMatch(part -> room(part.getKey()).fits(part.getValue()))
                && (!query.isolated() || isIsolated(candidate))
                && query.subtrees().stream().allMatch(groups -> tree.isBranch(candidate.serving(groups)));
    }

    private boolean isIsolated(Candidate candidate) {
        var seen = new HashSet<UUID>();
        return candidate.mappings().entrySet().stream()
                .filter(mapping -> !mapping.getKey().isEmpty())
                .allMatch(mapping -> mapping.getValue().stream().allMatch(seen::add));
    }

    private Room room(UUID id) {
        var room = tree.rooms().get(id);
        if (room == null) {
            throw new IllegalStateException("a candidate from another tree");
        }
        return room;
    }
}
