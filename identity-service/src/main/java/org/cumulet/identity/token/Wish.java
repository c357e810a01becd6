package org.cumulet.identity.token;

import java.util.Optional;
import org.cumulet.identity.grant.Place;

/// Where a login wants to go.
///
/// @param place nowhere when it wants no scope
/// @param must whether it fails where it cannot go there; a default project is only tried
record Wish(Optional<Place> place, boolean must) {

    static final Wish UNSCOPED = new Wish(Optional.empty(), false);

    static Wish of(Place place) {
        return new Wish(Optional.of(place), true);
    }

    static Wish tried(Place place) {
        return new Wish(Optional.of(place), false);
    }
}
