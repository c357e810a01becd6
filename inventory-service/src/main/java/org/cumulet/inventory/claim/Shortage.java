package org.cumulet.inventory.claim;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cumulet.inventory.placement.ResourceClasses;

/// What a host lacks to have room, by class.
record Shortage(Map<String, Long> lacking, double size) implements Comparable<Shortage> {

    static Shortage of(Candidate host, Map<String, Integer> wanted) {
        var lacking = new TreeMap<String, Long>();
        var size = 0.0;
        for (var wish : wanted.entrySet()) {
            var missing = wish.getValue() - host.free(wish.getKey());
            if (missing > 0) {
                lacking.put(wish.getKey(), missing);
                size += (double) missing / wish.getValue();
            }
        }
        return new Shortage(lacking, size);
    }

    @Override
    public int compareTo(Shortage other) {
        return Double.compare(size, other.size);
    }

    /// `512 MB of memory and 2 VCPUs`
    String text() {
        return lacking.entrySet().stream()
                .map(each -> amount(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" and "));
    }

    static String amount(String resourceClass, long amount) {
        return switch (resourceClass) {
            case ResourceClasses.VCPU -> amount == 1 ? "1 VCPU" : amount + " VCPUs";
            case ResourceClasses.MEMORY_MB -> amount + " MB of memory";
            case ResourceClasses.DISK_GB -> amount + " GB of disk";
            default -> "%d %s".formatted(amount, resourceClass);
        };
    }
}
