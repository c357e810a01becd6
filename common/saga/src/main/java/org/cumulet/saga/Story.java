package org.cumulet.saga;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A workflow as it reads: what happens, step by step, and the way back from each.
///
/// @param chapters the steps in their order
/// @param otherwise what happens when it failed and all is undone
/// @param patience how long it may take in all before it has failed
/// @param stubborn never fails: every step is tried until it succeeds
public record Story<D>(
        String name,
        Class<D> data,
        List<Chapter<D>> chapters,
        Ending<D> otherwise,
        Duration patience,
        boolean stubborn) {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    public Story {
        chapters = List.copyOf(chapters);
    }

    public static <D> Story<D> of(String name, Class<D> data) {
        return new Story<>(name, data, List.of(), (_, _) -> {}, PATIENCE, false);
    }

    public Story<D> first(String name, Step<D> step, WayBack<D> wayBack) {
        return then(name, step, wayBack);
    }

    public Story<D> first(String name, Step<D> step) {
        return then(name, step);
    }

    public Story<D> then(String name, Step<D> step, WayBack<D> wayBack) {
        return with(new Chapter<>(name, step, wayBack, false));
    }

    /// A step that leaves nothing to undo.
    public Story<D> then(String name, Step<D> step) {
        return then(name, step, _ -> {});
    }

    /// A step the story can do without: if it fails for good that is noted, and the next one follows.
    public Story<D> thenTry(String name, Step<D> step) {
        return with(new Chapter<>(name, step, _ -> {}, true));
    }

    public Story<D> otherwise(Ending<D> ending) {
        return new Story<>(name, data, chapters, ending, patience, stubborn);
    }

    public Story<D> within(Duration duration) {
        return new Story<>(name, data, chapters, otherwise, duration, stubborn);
    }

    /// Never gives up: for work that must come to its end, such as a deletion.
    public Story<D> untilDone() {
        return new Story<>(name, data, chapters, otherwise, patience, true);
    }

    private Story<D> with(Chapter<D> chapter) {
        var longer = new ArrayList<>(chapters);
        longer.add(chapter);
        return new Story<>(name, data, longer, otherwise, patience, stubborn);
    }
}
