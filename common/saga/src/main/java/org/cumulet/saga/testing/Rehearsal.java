package org.cumulet.saga.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulet.saga.Chapter;
import org.cumulet.saga.Failure;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.jspecify.annotations.Nullable;

/// Plays a story in memory, with accidents to order.
///
/// ```java
/// @ParameterizedTest @MethodSource("accidents")
/// void whereverItFailsNothingIsLeftBehind(Accident accident) {
///     Rehearsal.of(story).with(accident).play(launch);
///     assertThat(cloud.things()).isEmpty();
/// }
/// ```
public final class Rehearsal<D> {

    /// What goes wrong at which step.
    ///
    /// @param step the chapter's name
    /// @param did whether the step did its work before it failed
    public record Accident(String step, boolean did) {
        @Override
        public String toString() {
            return (did ? "after it did '" : "before it did '") + step + "'";
        }
    }

    /// How it came out: what is known at the end, and why it failed, if it did.
    public record Outcome<D>(D known, @Nullable Failure failure) {}

    private final Story<D> story;
    private final @Nullable Accident accident;
    private final int times;

    private Rehearsal(Story<D> story, @Nullable Accident accident, int times) {
        this.story = story;
        this.accident = accident;
        this.times = times;
    }

    public static <D> Rehearsal<D> of(Story<D> story) {
        return new Rehearsal<>(story, null, 1);
    }

    /// Every accident this story can have: at each step that matters, before and after it did its work.
    public static Stream<Accident> accidents(Story<?> story) {
        return story.chapters().stream()
                .filter(chapter -> !chapter.optional())
                .map(Chapter::name)
                .flatMap(step -> Stream.of(new Accident(step, false), new Accident(step, true)));
    }

    public Rehearsal<D> with(Accident happens) {
        return new Rehearsal<>(story, happens, times);
    }

    /// Each step and each way back runs twice with what was known before it, as after a crash.
    public Rehearsal<D> eachStepTwice() {
        return new Rehearsal<>(story, accident, 2);
    }

    public Outcome<D> play(D start) throws Exception {
        var known = start;
        for (int step = 0; step < story.chapters().size(); step++) {
            try {
                known = forward(story.chapters().get(step), known);
            } catch (StepFailed e) {
                return back(step, known, e);
            }
        }
        return new Outcome<>(known, null);
    }

    private D forward(Chapter<D> chapter, D known) throws Exception {
        if (accident != null && accident.step().equals(chapter.name())) {
            if (accident.did()) {
                runEach(chapter, known);
            }
            throw new StepFailed("An accident " + accident);
        }
        try {
            return runEach(chapter, known);
        } catch (StepFailed e) {
            if (chapter.optional()) {
                return known;
            }
            throw e;
        }
    }

    private D runEach(Chapter<D> chapter, D known) throws Exception {
        var after = new ArrayList<D>();
        for (int i = 0; i < times; i++) {
            after.add(chapter.step().run(known));
        }
        return after.getLast();
    }

    private Outcome<D> back(int from, D known, StepFailed why) throws Exception {
        for (var chapter : before(from).reversed()) {
            for (int i = 0; i < times; i++) {
                chapter.wayBack().undo(known);
            }
        }
        var failure = new Failure(story.chapters().get(from).name(), why.reason(), why.details(), false);
        for (int i = 0; i < times; i++) {
            story.otherwise().failed(known, failure);
        }
        return new Outcome<>(known, failure);
    }

    private List<Chapter<D>> before(int from) {
        return IntStream.rangeClosed(0, from)
                .mapToObj(i -> story.chapters().get(i))
                .toList();
    }
}
