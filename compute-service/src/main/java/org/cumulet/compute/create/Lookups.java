package org.cumulet.compute.create;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What one request has looked up: what several of its wishes name is asked for once.
@RequestScoped
class Lookups {

    private final Map<Question, Object> answers = new HashMap<>();

    private record Question(String kind, Object what) {}

    @SuppressWarnings("unchecked")
    <T> T once(String kind, Object what, Supplier<T> look) {
        return (T) answers.computeIfAbsent(new Question(kind, what), _ -> look.get());
    }
}
