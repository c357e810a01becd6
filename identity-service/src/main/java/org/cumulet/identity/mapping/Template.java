package org.cumulet.identity.mapping;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A text with places for claims: `{0}@{1}`. What is filled in is never read as a place again.
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,3})}");

    /// More come of no text: a user of so many groups is none.
    private static final int MOST = 1_000;

    /// The highest number of a place; -1 where there is none.
    int highest() {
        return PLACE.matcher(text)
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .max()
                .orElse(-1);
    }

    /// One text for each value of a claim that has several; none for one that has none.
    Stream<String> filled(List<List<String>> values) {
        var places = PLACE.matcher(text);
        var all = List.of("");
        var end = 0;
        while (places.find()) {
            var plain = text.substring(end, places.start());
            var choice = values.get(Integer.parseInt(places.group(1)));
            all = all.stream()
                    .flatMap(before -> choice.stream().map(value -> before + plain + value))
                    .limit(MOST)
                    .toList();
            end = places.end();
        }
        var rest = text.substring(end);
        return all.stream().map(before -> before + rest);
    }
}
