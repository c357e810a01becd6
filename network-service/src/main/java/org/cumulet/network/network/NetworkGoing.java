package org.cumulet.network.network;

import java.util.UUID;

/// Said within the transaction that deletes a network: whoever needs it objects, whoever has something on it clears up.
public record NetworkGoing(UUID network) {

    /// Those who may object come before those who clear up.
    public static final int OBJECT = 100;

    public static final int CLEAR_UP = 200;
}
