package org.cumulet.database.install;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a host's packages come from, and where they put things.
enum Family {
    DEBIAN(List.of("debian", "ubuntu")),
    RHEL(List.of("rhel", "fedora", "centos"));

    private final List<String> words;

    Family(List<String> words) {
        this.words = words;
    }

    /// @param words `ID` and `ID_LIKE` of os-release(5), between spaces
    static Optional<Family> of(String words) {
        var all = List.of(words.strip().split("\\s+"));
        return Stream.of(values())
                .filter(family -> family.words.stream().anyMatch(all::contains))
                .findFirst();
    }
}
