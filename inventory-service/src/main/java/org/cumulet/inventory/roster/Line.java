package org.cumulet.inventory.roster;

import org.cumulet.api.fault.Fault;

/// Something that was read from a file, and where.
public record Line<T>(int number, T what) {

    public Fault wrong(String why) {
        return wrong(number, why);
    }

    static Fault wrong(int number, String why) {
        return new Fault.BadRequest("Line %d: %s.".formatted(number, why.strip().replaceAll("\\.$", "")));
    }
}
