package org.cumulet.network.tag;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.cumulet.api.fault.Fault;

/// Tags of all kinds of things.
@ApplicationScoped
public class TagService {

    private static final int LONGEST = 60;
    private static final int MOST = 50;

    private final List<Tagged> features;

    TagService(@All List<Tagged> features) {
        this.features = features;
    }

    List<String> list(String collection, String id) {
        return feature(collection).tags(id);
    }

    void mustHave(String collection, String id, String tag) {
        if (!list(collection, id).contains(tag)) {
            throw missing(tag);
        }
    }

    List<String> replace(String collection, String id, List<String> tags) {
        return change(collection, id, _ -> tags);
    }

    void add(String collection, String id, String tag) {
        change(collection, id, tags -> {
            var more = new HashSet<>(tags);
            more.add(tag);
            return more;
        });
    }

    void remove(String collection, String id, String tag) {
        change(collection, id, tags -> {
            var less = new HashSet<>(tags);
            if (!less.remove(tag)) {
                throw missing(tag);
            }
            return less;
        });
    }

    private List<String> change(String collection, String id, Function<List<String>, Collection<String>> change) {
        return feature(collection).tag(id, tags -> {
            var wanted = change.apply(tags);
            wanted.forEach(TagService::check);
            if (wanted.size() > MOST) {
                throw new Fault.BadRequest("Invalid input for tags. Reason: at most %d tags.".formatted(MOST));
            }
            return wanted;
        });
    }

    private static void check(String tag) {
        if (tag.isEmpty()
                || tag.length() > LONGEST
                || tag.indexOf(',') >= 0
                || tag.indexOf('/') >= 0
                || tag.chars().anyMatch(Character::isISOControl)) {
            throw new Fault.BadRequest(
                    "Invalid input for tags. Reason: a tag has 1 to %d characters, none of them a comma, a slash or a control character."
                            .formatted(LONGEST));
        }
    }

    private Tagged feature(String collection) {
        return features.stream()
                .filter(it -> it.collection().equals(collection))
                .findFirst()
                .orElseThrow(() -> Fault.NotFound.saying("The resource could not be found."));
    }

    private static Fault missing(String tag) {
        return Fault.NotFound.saying("Tag %s could not be found.".formatted(tag))
                .named("TagNotFound");
    }
}
