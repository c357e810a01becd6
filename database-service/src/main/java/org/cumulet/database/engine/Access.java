package org.cumulet.database.engine;

/// How to reach a server as its administrator. The password is in no text made of it.
public record Access(EngineKind kind, String host, int port, String user, String password) {

    @Override
    public String toString() {
        return "%s@%s:%d".formatted(user, host, port);
    }
}
