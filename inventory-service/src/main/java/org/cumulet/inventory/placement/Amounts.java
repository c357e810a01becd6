package org.cumulet.inventory.placement;

import java.util.Map;
import java.util.TreeMap;

/// How much of what: `resources=VCPU:1,MEMORY_MB:512`.
public final class Amounts {

    private Amounts() {}

    public static Map<String, Integer> read(String key, String value) {
        var amounts = new TreeMap<String, Integer>();
        for (var pair : value.split(",", -1)) {
            var parts = pair.split(":", -1);
            if (parts.length != 2 || !parts[1].matches("[0-9]{1,9}") || Integer.parseInt(parts[1]) < 1) {
                throw QueryString.bad(
                        key, "expected resource classes with whole numbers from 1 on, as in VCPU:1,DISK_GB:5");
            }
            if (amounts.put(parts[0], Integer.valueOf(parts[1])) != null) {
                throw QueryString.bad(key, "a resource class is given twice");
            }
        }
        ResourceClasses.mustBePossible(amounts.keySet());
        return amounts;
    }
}
