package org.cumulet.saga;

import java.util.List;
import java.util.stream.Stream;

/// What a traveller knows: who travels and what was done so far.
record Trip(String traveller, List<String> done) {

    static Trip of(String traveller) {
        return new Trip(traveller, List.of());
    }

    Trip and(String step) {
        return new Trip(traveller, Stream.concat(done.stream(), Stream.of(step)).toList());
    }
}
