package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/// A body whose length nobody said: it fails as soon as it is longer than allowed.
final class CountedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private long seen;
    private @Nullable Handler<Throwable> failed;

    CountedBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public CountedBody handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> count(part, handler));
        return this;
    }

    private void count(Buffer part, Handler<Buffer> handler) {
        seen += part.length();
        if (seen <= limit) {
            handler.handle(part);
        } else if (failed != null) {
            failed.handle(new TooLong());
        }
    }

    @Override
    public CountedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedBody pause() {
        body.pause();
        return this;
    }

    @Override
    public CountedBody resume() {
        body.resume();
        return this;
    }

    @Override
    public CountedBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public CountedBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    boolean isTooLong() {
        return seen > limit;
    }

    /// Said to whoever reads on.
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the body is longer than allowed", null, false, false);
        }
    }
}
