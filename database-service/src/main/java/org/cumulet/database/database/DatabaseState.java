package org.cumulet.database.database;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far a database is from what was declared.
public enum DatabaseState {
    /// It is being made, or changed.
    @JsonProperty("building")
    BUILDING,
    /// It is as declared.
    @JsonProperty("active")
    ACTIVE,
    /// It could not be made so; declaring it again tries again.
    @JsonProperty("error")
    ERROR,
    /// It will be gone.
    @JsonProperty("deleting")
    DELETING
}
