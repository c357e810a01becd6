package org.cumulet.database.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a user may do in a database. There is nothing beyond these: no privilege can be asked for by its name.
public enum Profile {
    /// Everything inside the database; nothing outside, and nothing that can be handed on.
    @JsonProperty("owner")
    OWNER,
    /// Reads and changes rows.
    @JsonProperty("readwrite")
    READWRITE,
    /// Reads rows.
    @JsonProperty("readonly")
    READONLY
}
