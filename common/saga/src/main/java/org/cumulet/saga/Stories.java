package org.cumulet.saga;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The stories a service can tell, by their name and by the class that tells them; asked for when first needed.
final class Stories {

    private final Supplier<Map<Class<?>, Story<?>>> tellers;
    private final Map<Class<?>, Story<?>> byTeller = new HashMap<>();
    private final Map<String, Story<?>> byName = new HashMap<>();

    Stories(Supplier<Map<Class<?>, Story<?>>> tellers) {
        this.tellers = tellers;
    }

    @SuppressWarnings("unchecked")
    <D> Story<D> toldBy(Class<? extends Workflow<D>> teller) {
        learn();
        var story = byTeller.get(teller);
        if (story == null) {
            throw new IllegalStateException(teller.getName() + " is not known here: does it say whose it is?");
        }
        return (Story<D>) story;
    }

    @SuppressWarnings("unchecked")
    Story<Object> named(String name) {
        learn();
        var story = byName.get(name);
        if (story == null) {
            throw new IllegalStateException("No story is called " + name);
        }
        return (Story<Object>) story;
    }

    /// The names of those that never give up.
    List<String> stubborn() {
        learn();
        return byName.values().stream().filter(Story::stubborn).map(Story::name).toList();
    }

    synchronized void learn() {
        if (!byName.isEmpty()) {
            return;
        }
        byTeller.putAll(tellers.get());
        for (var story : byTeller.values()) {
            if (byName.put(story.name(), story) != null) {
                throw new IllegalStateException("Two stories are called " + story.name());
            }
        }
    }
}
