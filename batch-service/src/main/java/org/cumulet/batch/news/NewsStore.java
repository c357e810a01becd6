package org.cumulet.batch.news;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cumulet.batch.store.Sql;
import org.jspecify.annotations.Nullable;

/// Where events are kept. Their sequence is the order of the commits: whoever writes waits for who writes already, so
/// that nothing ever appears before what a reader has seen.
@Singleton
class NewsStore {

    private static final long WRITING = 0x6261_7463_686e_6577L;

    private final Sql sql;

    NewsStore(Sql sql) {
        this.sql = sql;
    }

    /// Keeps those that are not known yet.
    void add(Collection<News> heard) {
        sql.first("select pg_advisory_xact_lock(?)", _ -> true, WRITING);
        sql.with(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into news (ce_id, type, source, subject, project, request_id, time, data)
                    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (ce_id) do nothing""")) {
                for (var news : heard) {
                    Sql.set(
                            insert,
                            news.id(),
                            news.type(),
                            news.source(),
                            news.subject(),
                            news.project(),
                            news.requestId(),
                            news.time(),
                            news.data());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /// The oldest first.
    ///
    /// @param project null for all, and the cloud's own
    /// @param type how the type begins
    List<News> page(long after, @Nullable String project, @Nullable String type, int most) {
        var conditions = new StringBuilder("sequence > ?");
        var values = new ArrayList<Object>(List.of(after));
        if (project != null) {
            conditions.append(" and project = ?");
            values.add(project);
        }
        if (type != null) {
            conditions.append(" and starts_with(type, ?)");
            values.add(type);
        }
        values.add(most);
        return sql.list(
                "select * from news where " + conditions + " order by sequence limit ?", News::of, values.toArray());
    }

    /// The last one there is or was.
    long last() {
        return number("select greatest((select max(sequence) from news), (select up_to from news_trimmed))");
    }

    /// The last one that is not kept any more.
    long trimmed() {
        return number("select up_to from news_trimmed");
    }

    /// Forgets up to so many that are older.
    ///
    /// @return how many they were
    int trim(Duration age, int most) {
        var gone = sql.list("""
                delete from news where sequence in (
                    select sequence from (select sequence, heard from news order by sequence limit ?) oldest
                    where heard < now() - cast(? as interval))
                returning sequence""", row -> row.getLong(1), most, Sql.interval(age));
        gone.stream()
                .max(Long::compare)
                .ifPresent(last -> sql.update("update news_trimmed set up_to = greatest(up_to, ?)", last));
        return gone.size();
    }

    private long number(String query) {
        return sql.first(query, row -> row.getLong(1)).orElseThrow();
    }
}
