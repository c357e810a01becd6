package org.cumulet.image.format;

/// The bytes of an image are not taken. The message says why, and is for the caller.
public final class RefusedImage extends RuntimeException {

    /// What is wrong with them.
    public enum Reason {
        /// Not what they were called, or dangerous.
        UNFIT,
        /// The disk in them is larger than allowed.
        TOO_LARGE
    }

    private final Reason reason;

    RefusedImage(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// The message; never null.
    public String text() {
        return String.valueOf(getMessage());
    }

    public Reason reason() {
        return reason;
    }
}
