package org.cumulet.inventory.host;

import org.cumulet.api.fault.Fault;

/// What admins call a host, for themselves: `rack=r7`.
record Label(String key, String value) {

    static final String KEY = "[a-z0-9](?:[a-z0-9._/-]{0,61}[a-z0-9])?";
    static final String VALUE = "[A-Za-z0-9](?:[A-Za-z0-9._:/-]{0,61}[A-Za-z0-9])?|";

    /// @throws Fault.BadRequest where it is not written as `key=value`
    static Label parse(String text) {
        var parts = text.split("=", 2);
        if (parts.length != 2) {
            throw new Fault.BadRequest("Invalid input for query parameter label: it is written key=value.");
        }
        return new Label(parts[0], parts[1]);
    }
}
