package org.cumulet.batch.news;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.batch.BatchSettings;
import org.jspecify.annotations.Nullable;

/// Keeps events, and shows everybody those that concern them.
@Singleton
class NewsService {

    private static final int AT_ONCE = 10_000;

    private final NewsStore store;
    private final CurrentCaller caller;
    private final BatchSettings settings;

    NewsService(NewsStore store, CurrentCaller caller, BatchSettings settings) {
        this.store = store;
        this.caller = caller;
        this.settings = settings;
    }

    /// What somebody may see and wants to.
    ///
    /// @param project whose; null for everybody's and the cloud's own
    /// @param type how the type begins; null for all
    /// @param whole whether all that is told may be seen, or what a tenant may know
    record View(@Nullable String project, @Nullable String type, boolean whole) {}

    /// What the caller may see of what is asked for.
    ///
    /// @throws Fault.Forbidden where another project's is asked for
    View view(@Nullable String project, @Nullable String type) {
        if (caller.may(NewsRule.LIST_ALL)) {
            return new View(project, type, true);
        }
        caller.must(NewsRule.LIST);
        if (project != null && !project.equals(caller.project())) {
            caller.must(NewsRule.LIST_ALL);
        }
        return new View(caller.project(), type, false);
    }

    /// @param after the sequence of the last one that was read; null to begin with the oldest
    /// @throws Fault.Gone where some that follow it are not kept any more
    @Transactional
    Page<News> page(View view, @Nullable Long after, int most) {
        if (after != null && after < store.trimmed()) {
            throw new Fault.Gone(
                    "Events that follow %d are not kept any more. Begin again, without a cursor.".formatted(after));
        }
        return Page.of(store.page(after == null ? 0 : after, view.project(), view.type(), most + 1), most);
    }

    /// Where what is still to come follows.
    @Transactional
    long last() {
        return store.last();
    }

    @Transactional
    void keep(Collection<News> heard) {
        store.add(heard);
    }

    /// Forgets some of those that are kept long enough.
    ///
    /// @return whether there may be more
    @Transactional
    boolean trim() {
        return store.trim(settings.keepEvents(), AT_ONCE) == AT_ONCE;
    }
}
