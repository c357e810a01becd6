package org.cumulet.api.fault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refusal. Its message is for the caller; what the operator needs goes to the log.
///
/// A kind carries the usual HTTP status; the dialect of a service may speak another one (over quota is 403 in compute
/// and 409 in network). `named` adds the machine-readable name that some dialects have (`placement.concurrent_update`,
/// `IpAddressInUse`).
public abstract sealed class Fault extends RuntimeException {

    private final int status;
    private @Nullable String name;

    private Fault(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /// The message; never null.
    public String text() {
        return String.valueOf(getMessage());
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /// Gives this fault the machine-readable name its dialect knows.
    public Fault named(String value) {
        this.name = value;
        return this;
    }

    /// Adds the cause for the log.
    public Fault because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /// The request itself is wrong: the caller must change it.
    public static final class BadRequest extends Fault {
        public BadRequest(String message) {
            super(400, message);
        }
    }

    /// Nobody known is calling: the caller must log in.
    public static final class Unauthorized extends Fault {
        public static final String TEXT = "The request you have made requires authentication.";

        public Unauthorized() {
            this(TEXT);
        }

        private Unauthorized(String message) {
            super(401, message);
        }

        /// A 401 for a caller who has proved enough to be told more.
        public static Unauthorized saying(String message) {
            return new Unauthorized(message);
        }
    }

    /// The caller is known and may not.
    public static final class Forbidden extends Fault {
        public Forbidden(String message) {
            super(403, message);
        }
    }

    /// There is no such thing, or the caller may not know of it.
    public static final class NotFound extends Fault {
        private final String kind;

        public NotFound(String kind, Object id) {
            super(404, "%s %s could not be found.".formatted(kind, id));
            this.kind = kind;
        }

        private NotFound(String message) {
            super(404, message);
            this.kind = "Resource";
        }

        /// A 404 whose text the API prescribes.
        public static NotFound saying(String message) {
            return new NotFound(message);
        }

        public String kind() {
            return kind;
        }
    }

    /// The path exists, the method does not.
    public static final class NotAllowed extends Fault {
        public NotAllowed(String message) {
            super(405, message);
        }
    }

    /// No representation or version the caller asked for.
    public static final class NotAcceptable extends Fault {
        private final @Nullable String minimum;
        private final @Nullable String maximum;

        public NotAcceptable(String message) {
            this(message, null, null);
        }

        public NotAcceptable(String message, @Nullable String minimum, @Nullable String maximum) {
            super(406, message);
            this.minimum = minimum;
            this.maximum = maximum;
        }

        public Optional<String> minimum() {
            return Optional.ofNullable(minimum);
        }

        public Optional<String> maximum() {
            return Optional.ofNullable(maximum);
        }
    }

    /// The state of things forbids it: the caller may try again later or change something else first.
    public static final class Conflict extends Fault {
        public Conflict(String message) {
            super(409, message);
        }
    }

    /// It was here once and never comes back.
    public static final class Gone extends Fault {
        public Gone(String message) {
            super(410, message);
        }
    }

    /// The body is larger than we take.
    public static final class TooLarge extends Fault {
        public TooLarge(String message) {
            super(413, message);
        }
    }

    /// The content type is not one we read.
    public static final class BadMediaType extends Fault {
        public BadMediaType(String message) {
            super(415, message);
        }
    }

    /// Well formed, understood, and still impossible.
    public static final class Unprocessable extends Fault {
        public Unprocessable(String message) {
            super(422, message);
        }
    }

    /// More than the project's quota; the message names resource, asked, used and allowed.
    public static final class OverQuota extends Fault {
        public OverQuota(String message) {
            super(413, message);
        }
    }

    /// We know what is asked and do not do it.
    public static final class NotImplemented extends Fault {
        public NotImplemented(String message) {
            super(501, message);
        }
    }

    /// Something we need is away; trying again later may help.
    public static final class Unavailable extends Fault {
        public Unavailable(String message) {
            super(503, message);
        }
    }

    /// A defect of ours. The message is fixed: what happened is in the log under the request id.
    public static final class Internal extends Fault {
        public Internal(Throwable cause) {
            super(500, "An unexpected error prevented the server from fulfilling your request.");
            initCause(cause);
        }
    }

    /// A status chosen by the HTTP layer itself.
    public static final class Other extends Fault {
        public Other(int status, String message) {
            super(status, message);
        }
    }
}
