package org.cumulet.database.engine;

/// Who logs in from where. On PostgreSQL the host is always `%`: where its users come from is not its grants' matter.
public record Account(String login, String host) {

    public static final String ANYWHERE = "%";

    @Override
    public String toString() {
        return login + "@" + host;
    }
}
