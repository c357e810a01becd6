package org.cumulet.batch.news;

import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.TokenVerifier;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.Places;
import org.cumulet.batch.news.NewsService.View;
import org.jspecify.annotations.Nullable;

/// Events as they happen, for as long as the listener is there and its token holds.
@Singleton
class NewsStreams {

    private static final int AT_ONCE = 500;
    private static final long PATIENCE_SECONDS = 30;

    private final NewsService news;
    private final NewsJson json;
    private final CurrentCaller caller;
    private final TokenVerifier tokens;
    private final BatchSettings settings;
    private final Places places;

    NewsStreams(NewsService news, NewsJson json, CurrentCaller caller, TokenVerifier tokens, BatchSettings settings) {
        this.news = news;
        this.json = json;
        this.caller = caller;
        this.tokens = tokens;
        this.settings = settings;
        this.places = new Places(settings.streamsAtOnce());
    }

    /// Returns when the stream has ended.
    ///
    /// @param after the sequence of the last one that was read; null to begin with what is still to come
    void follow(View view, @Nullable Long after, SseEventSink sink, Sse sse) throws InterruptedException {
        var token = caller.token();
        var holder = caller.get().projectId().orElse(caller.get().userId());
        try (var _ = places.take(holder, "%d streams of this project are open; close one of them.")) {
            var from = after == null ? Long.valueOf(news.last()) : after;
            news.page(view, from, 0);
            follow(view, from, token, sink, sse);
        }
    }

    private void follow(View view, long after, String token, SseEventSink sink, Sse sse) throws InterruptedException {
        try (sink) {
            var at = after;
            var due = System.nanoTime();
            while (!sink.isClosed()) {
                if (System.nanoTime() - due >= 0) {
                    if (tokens.find(token).isEmpty()) {
                        return;
                    }
                    send(sink, sse.newEventBuilder().comment("here").build());
                    due += settings.keepAlive().toNanos();
                }
                var page = news.page(view, at, AT_ONCE);
                for (var it : page.items()) {
                    send(sink, event(it, view, sse));
                    at = it.sequence();
                }
                if (!page.more()) {
                    Thread.sleep(settings.lookEvery());
                }
            }
        } catch (CompletionException | IllegalStateException gone) {
            // whoever listened is gone, or does not read what is sent
        }
    }

    private OutboundSseEvent event(News it, View view, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(it.sequence()))
                .name(it.type())
                .data(json.line(it, view.whole()))
                .build();
    }

    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event)
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
