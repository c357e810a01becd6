package org.cumulet.database.trove;

import java.util.List;

/// A flavor as Trove shows it. A share of a server has no size of its own, so there is one, and it reserves nothing.
record FlavorView(String id, String strId, String name, int ram, int vcpus, int disk, int ephemeral, List<Link> links) {

    static final String SHARED = "shared";

    static FlavorView shared(List<Link> links) {
        return new FlavorView(SHARED, SHARED, SHARED, 0, 0, 0, 0, links);
    }

    record One(FlavorView flavor) {}

    record Many(List<FlavorView> flavors) {}
}
