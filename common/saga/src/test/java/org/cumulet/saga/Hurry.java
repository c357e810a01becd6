package org.cumulet.saga;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.cumulet.events.Service;

/// One step that has little time.
@Singleton
@Service("first")
class Hurry implements Workflow<Trip> {

    private final World world;

    Hurry(World world) {
        this.world = world;
    }

    @Override
    public Story<Trip> story() {
        return Story.of("hurry", Trip.class)
                .first("run", trip -> world.step(trip, "run"), trip -> world.strike(trip, "rest"))
                .otherwise((trip, failure) -> world.strike(trip, "stay: " + failure.message()))
                .within(Duration.ofMillis(500));
    }
}
