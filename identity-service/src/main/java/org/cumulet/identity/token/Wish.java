package org.cumulet.identity.token;

import java.util.Optional;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.trust.Trust;

/// Where a login wants to go.
///
/// @param place nowhere when it wants no scope
/// @param trust the trust to act by, if any
/// @param must whether it fails where it cannot go there; a default project is only tried
record Wish(Optional<Place> place, boolean must, Optional<Trust> trust) {

    static final Wish UNSCOPED = new Wish(Optional.empty(), false, Optional.empty());

    static Wish of(Place place) {
        return new Wish(Optional.of(place), true, Optional.empty());
    }

    static Wish tried(Place place) {
        return new Wish(Optional.of(place), false, Optional.empty());
    }

    /// In the project of a trust, if it has one.
    static Wish of(Trust trust) {
        return new Wish(
                trust.projectId().map(Place.Project::new), trust.projectId().isPresent(), Optional.of(trust));
    }
}
