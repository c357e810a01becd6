package org.cumulet.compute.change;

import static org.cumulet.compute.server.ServerRule.ADD_TAG;
import static org.cumulet.compute.server.ServerRule.LIST_TAGS;
import static org.cumulet.compute.server.ServerRule.REMOVE_TAG;
import static org.cumulet.compute.server.ServerRule.REMOVE_TAGS;
import static org.cumulet.compute.server.ServerRule.REPLACE_TAGS;
import static org.cumulet.compute.server.ServerRule.SHOW_TAG;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.server.ServerAccess;
import org.cumulet.compute.server.ServerAction;
import org.cumulet.compute.server.ServerRule;

/// Words that servers are found by.
@Singleton
class TagService {

    private static final int MOST = 50;

    private final ServerAccess servers;

    TagService(ServerAccess servers) {
        this.servers = servers;
    }

    List<String> list(String server) {
        return servers.read(server, LIST_TAGS).tags();
    }

    void mustHave(String server, String tag) {
        if (!servers.read(server, SHOW_TAG).tags().contains(tag)) {
            throw missing(server, tag);
        }
    }

    @Transactional
    List<String> replace(String server, Set<String> tags) {
        return change(server, REPLACE_TAGS, _ -> List.copyOf(tags));
    }

    /// @return true when the server did not have it yet
    @Transactional
    boolean add(String server, String tag) {
        var isNew = new AtomicBoolean();
        change(server, ADD_TAG, present -> {
            isNew.set(!present.contains(tag));
            present.add(tag);
            return present.stream().distinct().toList();
        });
        return isNew.get();
    }

    @Transactional
    void remove(String server, String tag) {
        change(server, REMOVE_TAG, present -> {
            if (!present.remove(tag)) {
                throw missing(server, tag);
            }
            return present;
        });
    }

    @Transactional
    void removeAll(String server) {
        change(server, REMOVE_TAGS, _ -> List.of());
    }

    private List<String> change(String id, ServerRule rule, Function<List<String>, List<String>> change) {
        return servers.change(id, rule, (server, now) -> {
                    server.mustAllow(ServerAction.CHANGE_TAGS);
                    var tags = change.apply(new ArrayList<>(server.tags()));
                    if (tags.size() > MOST) {
                        throw new Fault.BadRequest(
                                "The number of tags exceeded the per-server limit %d".formatted(MOST));
                    }
                    server.tag(tags, now);
                })
                .tags();
    }

    private static Fault.NotFound missing(String server, String tag) {
        return Fault.NotFound.saying("Server %s has no tag '%s'".formatted(server, tag));
    }
}
