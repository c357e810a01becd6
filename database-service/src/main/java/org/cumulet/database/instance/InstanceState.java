package org.cumulet.database.instance;

/// What may be done with an instance.
public enum InstanceState {
    ACTIVE,
    /// An operator has said so: it can be deleted whoever is connected.
    ERROR,
    /// Its databases are being dropped; it goes with the last of them.
    DELETING
}
