package org.cumulet.saga.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cumulet.saga.Story;
import org.cumulet.saga.testing.Rehearsal.Accident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The three tests of every workflow, on a small one.
class RehearsalTest {

    private final Set<String> left = new TreeSet<>();

    record Guests(int number) {}

    private Story<Guests> party() {
        return Story.of("party", Guests.class)
                .first("cook", guests -> leave("food", guests), guests -> left.remove("food"))
                .then("invite", guests -> leave("guests", new Guests(3)), guests -> left.remove("guests"))
                .otherwise((guests, failure) -> left.add("regrets: " + failure.step()));
    }

    private Guests leave(String what, Guests guests) {
        left.add(what);
        return guests;
    }

    static Stream<Accident> accidents() {
        return Rehearsal.accidents(new RehearsalTest().party());
    }

    @Test
    void theHappyStory() throws Exception {
        var outcome = Rehearsal.of(party()).play(new Guests(0));

        assertThat(outcome.known()).isEqualTo(new Guests(3));
        assertThat(left).containsExactlyInAnyOrder("food", "guests");
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void whereverItFailsNothingIsLeftBehind(Accident accident) throws Exception {
        Rehearsal.of(party()).with(accident).play(new Guests(0));

        assertThat(left).containsExactly("regrets: " + accident.step());
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void eachStepTwice(Accident accident) throws Exception {
        Rehearsal.of(party()).eachStepTwice().with(accident).play(new Guests(0));

        assertThat(left).containsExactly("regrets: " + accident.step());
    }
}
