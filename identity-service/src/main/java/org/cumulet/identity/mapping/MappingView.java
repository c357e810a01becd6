package org.cumulet.identity.mapping;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;

/// A mapping as the API shows it.
record MappingView(String id, List<Statement> rules, String schemaVersion, Self links) {

    static MappingView of(Mapping mapping, Links links) {
        return new MappingView(
                mapping.id(),
                mapping.rules().statements(),
                mapping.rules().version(),
                new Self(links.to("OS-FEDERATION", "mappings", mapping.id())));
    }

    record One(MappingView mapping) {}

    record Many(List<MappingView> mappings, @JsonUnwrapped Listed listed) {

        static Many of(Page<Mapping> page, Links links) {
            return new Many(page.map(it -> MappingView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
