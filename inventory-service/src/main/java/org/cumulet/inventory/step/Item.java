package org.cumulet.inventory.step;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One thing on a host that is declared. What it holds comes from us or has been checked against a grammar.
public sealed interface Item {

    /// What it is called when a difference is shown.
    String title();

    /// The call in the script: words only, texts in base64.
    List<String> words();

    /// What shall be there, as text.
    String shall();

    /// Whether what is there is what shall be.
    default boolean fits(@Nullable String is) {
        return shall().equals(is);
    }

    /// A whole file of our own.
    record OwnFile(String path, String mode, String text) implements Item {
        @Override
        public String title() {
            return path;
        }

        @Override
        public List<String> words() {
            return List.of("file", path, mode, Base64Text.of(text));
        }

        @Override
        public String shall() {
            return text;
        }
    }

    /// Our lines in a file that also holds others'.
    record Block(String path, String text) implements Item {
        @Override
        public String title() {
            return path;
        }

        @Override
        public List<String> words() {
            return List.of("block", path, Base64Text.of(text));
        }

        @Override
        public String shall() {
            return text;
        }
    }

    record Packages(List<String> names) implements Item {
        @Override
        public String title() {
            return "packages";
        }

        @Override
        public List<String> words() {
            return Stream.concat(Stream.of("packages"), names.stream()).toList();
        }

        @Override
        public String shall() {
            return names.stream().sorted().collect(Collectors.joining("\n", "", "\n"));
        }

        @Override
        public boolean fits(@Nullable String is) {
            return is != null && is.lines().collect(Collectors.toSet()).containsAll(names);
        }
    }

    /// A service that runs, now and after every boot.
    record Unit(String name) implements Item {

        private static final Set<String> RUNS = Set.of("enabled active", "static active", "alias active");

        @Override
        public String title() {
            return name;
        }

        @Override
        public List<String> words() {
            return List.of("unit", name);
        }

        @Override
        public String shall() {
            return "enabled active\n";
        }

        @Override
        public boolean fits(@Nullable String is) {
            return is != null && RUNS.contains(is.strip());
        }
    }

    /// A setting of the kernel, as it is now; a file says it for the next boot.
    record Sysctl(String key, String value) implements Item {
        @Override
        public String title() {
            return key;
        }

        @Override
        public List<String> words() {
            return List.of("sysctl_value", key, value);
        }

        @Override
        public String shall() {
            return value + "\n";
        }
    }

    /// A table of our own in the firewall, as it is now; a file says it for the next boot.
    record Table(String family, String name, String file, String text) implements Item {
        @Override
        public String title() {
            return "nft table %s %s".formatted(family, name);
        }

        @Override
        public List<String> words() {
            return List.of("table", family, name, file, Base64Text.of(text));
        }

        @Override
        public String shall() {
            return text;
        }

        @Override
        public boolean fits(@Nullable String is) {
            return is != null && squeezed(is).equals(squeezed(text));
        }

        private static String squeezed(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }
    }

    /// A bridge and the interface that is its port.
    record Bridge(String name, String port, String unit) implements Item {
        @Override
        public String title() {
            return "bridge " + name;
        }

        @Override
        public List<String> words() {
            return List.of("bridge", name, port, unit);
        }

        @Override
        public String shall() {
            return "with %s\n".formatted(port);
        }
    }

    /// Jobs that set the clock from time to time, as was done before chrony.
    ///
    /// @param remove without it they are only shown
    record OldTimeJobs(boolean remove) implements Item {
        @Override
        public String title() {
            return remove ? "old jobs that set the clock" : "old jobs that set the clock (offered for removal)";
        }

        @Override
        public List<String> words() {
            return List.of("old_time_jobs", remove ? "remove" : "leave");
        }

        @Override
        public String shall() {
            return "";
        }

        @Override
        public boolean fits(@Nullable String is) {
            return !remove || is == null || is.isEmpty();
        }
    }

    /// Who must hear of it when something before it in the step has changed; there is nothing to look at.
    record Tell(List<String> what) implements Item {

        public static Tell restart(String unit) {
            return new Tell(List.of("restart", unit));
        }

        public static Tell reload() {
            return new Tell(List.of("reload"));
        }

        public static Tell networkManager() {
            return new Tell(List.of("network-manager"));
        }

        @Override
        public String title() {
            return String.join(" ", what);
        }

        @Override
        public List<String> words() {
            return Stream.concat(Stream.of("tell"), what.stream()).toList();
        }

        @Override
        public String shall() {
            return "";
        }

        @Override
        public boolean fits(@Nullable String is) {
            return true;
        }
    }
}
