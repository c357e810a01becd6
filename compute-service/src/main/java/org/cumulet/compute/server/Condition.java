package org.cumulet.compute.server;

import org.cumulet.compute.store.PageSelect;
import org.jspecify.annotations.Nullable;

/// One thing rows of servers must fulfil: SQL of ours, a value of the caller's.
record Condition(String sql, @Nullable Object value) {

    void addTo(PageSelect<Server> select) {
        if (value == null) {
            select.where(sql);
        } else {
            select.where(sql, value);
        }
    }
}
