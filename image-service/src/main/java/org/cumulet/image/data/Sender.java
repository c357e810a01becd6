package org.cumulet.image.data;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.cumulet.api.fault.Fault;

/// Who sends bytes, and how to listen to it.
final class Sender {

    private final InputStream bytes;
    private final HttpServerRequest request;
    private long begun = System.nanoTime();
    private boolean hasBegun;

    Sender(InputStream bytes, HttpServerRequest request) {
        this.bytes = bytes;
        this.request = request;
    }

    /// How many bytes there will be, if it says so.
    OptionalLong announced() {
        return Optional.ofNullable(request.getHeader("Content-Length"))
                .filter(length -> length.matches("\\d{1,18}"))
                .map(length -> OptionalLong.of(Long.parseLong(length)))
                .orElseGet(OptionalLong::empty);
    }

    /// The next bytes.
    ///
    /// @return how many, or -1 when there are no more
    /// @throws Gone if it does not go on
    int next(byte[] buffer) throws Gone {
        hasBegun = true;
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw new Gone(e);
        }
    }

    void mustNotTakeLongerThan(Duration deadline) {
        if (elapsed().compareTo(deadline) > 0) {
            throw new Fault.Other(408, "The upload took longer than %d minutes.".formatted(deadline.toMinutes()));
        }
    }

    /// Most senders read the answer only when they have sent everything. Who goes on for too long is cut off; who asked
    /// before it began is not even begun to be listened to.
    void hearOut(Duration patience) {
        if (hasBegun || request.getHeader("Expect") == null) {
            begun = System.nanoTime();
            if (isHeardOut(patience)) {
                return;
            }
        }
        request.response().endHandler(answered -> request.connection().close());
    }

    private boolean isHeardOut(Duration patience) {
        var ignored = new byte[64 * 1024];
        try {
            while (elapsed().compareTo(patience) < 0) {
                if (bytes.read(ignored) < 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// It is the sender that does not go on, not our disk.
    static final class Gone extends IOException {

        Gone(String message) {
            super(message);
        }

        private Gone(Throwable cause) {
            super(cause);
        }
    }
}
