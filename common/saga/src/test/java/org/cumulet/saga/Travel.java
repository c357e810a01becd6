package org.cumulet.saga;

import jakarta.inject.Singleton;
import org.cumulet.events.Service;

/// Three steps and their ways back.
@Singleton
@Service("first")
class Travel implements Workflow<Trip> {

    private final World world;

    Travel(World world) {
        this.world = world;
    }

    @Override
    public Story<Trip> story() {
        return Story.of("travel", Trip.class)
                .first("pack", trip -> world.step(trip, "pack"), trip -> world.strike(trip, "unpack"))
                .then("drive", trip -> world.step(trip, "drive"), trip -> world.strike(trip, "drive back"))
                .thenTry("take a picture", trip -> world.step(trip, "take a picture"))
                .then("arrive", trip -> world.step(trip, "arrive"), trip -> world.strike(trip, "leave"))
                .otherwise((trip, failure) -> world.strike(trip, "stay: " + failure.message()));
    }
}
