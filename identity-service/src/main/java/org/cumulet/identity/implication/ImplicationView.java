package org.cumulet.identity.implication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;

/// Implied roles as the API shows them.
final class ImplicationView {

    private ImplicationView() {}

    /// A role, named.
    record Named(String id, String name, Self links) {

        static Named of(Role role, Links links) {
            return new Named(role.id(), role.name(), new Self(links.to("roles", role.id())));
        }
    }

    record Pair(Named priorRole, Named implies) {}

    record One(Pair roleInference, Self links) {

        static One of(Implication implication, Links links) {
            return new One(
                    new Pair(Named.of(implication.prior(), links), Named.of(implication.implied(), links)),
                    new Self(links.here()));
        }
    }

    /// A role with all it implies.
    record Fan(Named priorRole, List<Named> implies) {

        static Fan of(Role prior, List<Role> implied, Links links) {
            return new Fan(
                    Named.of(prior, links),
                    implied.stream().map(it -> Named.of(it, links)).toList());
        }
    }

    record Many(Fan roleInference, Self links) {

        static Many of(ImplicationService.Fan fan, Links links) {
            return new Many(Fan.of(fan.prior(), fan.implied(), links), new Self(links.here()));
        }
    }

    record All(List<Fan> roleInferences, @JsonUnwrapped Listed listed) {

        static All of(List<Implication> implications, Links links) {
            var byPrior = new LinkedHashMap<Named, List<Named>>();
            for (var implication : implications) {
                byPrior.computeIfAbsent(Named.of(implication.prior(), links), _ -> new ArrayList<>())
                        .add(Named.of(implication.implied(), links));
            }
            var fans = byPrior.entrySet().stream()
                    .map(it -> new Fan(it.getKey(), it.getValue()))
                    .toList();
            return new All(fans, Listed.of(new Page<>(fans, false), links));
        }
    }
}
