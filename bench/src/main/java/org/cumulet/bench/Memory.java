package org.cumulet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The memory of processes and of all their children, as Linux accounts for it (PSS: shared pages by their share).
final class Memory {

    private Memory() {}

    /// MiB per program name.
    static Map<String, Double> of(List<String> pids) throws IOException {
        var sum = new TreeMap<String, Double>();
        for (var pid : withChildren(pids)) {
            try {
                sum.merge(name(pid), proportional(pid) / 1024.0, Double::sum);
            } catch (IOException e) {
                // it ended while we looked
                continue;
            }
        }
        return sum;
    }

    private static List<String> withChildren(List<String> pids) {
        return pids.stream()
                .map(Long::valueOf)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> String.valueOf(process.pid()))
                .distinct()
                .toList();
    }

    private static String name(String pid) throws IOException {
        return Files.readString(Path.of("/proc", pid, "comm")).strip();
    }

    private static long proportional(String pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
