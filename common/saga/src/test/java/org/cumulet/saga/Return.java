package org.cumulet.saga;

import jakarta.inject.Singleton;
import org.cumulet.events.Service;

/// A way home that is taken until one is there.
@Singleton
@Service("first")
class Return implements Workflow<Trip> {

    private final World world;

    Return(World world) {
        this.world = world;
    }

    @Override
    public Story<Trip> story() {
        return Story.of("return", Trip.class)
                .first("go home", trip -> world.step(trip, "go home"))
                .untilDone();
    }
}
