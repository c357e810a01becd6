package org.cumulet.embedded;

/// PostgreSQL or Kafka cannot run here: one sentence that says why, one that says what to do.
public class EmbeddedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedException(String message) {
        super(message);
    }

    EmbeddedException(String message, Throwable cause) {
        super(message, cause);
    }
}
