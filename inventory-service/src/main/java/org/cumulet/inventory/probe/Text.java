package org.cumulet.inventory.probe;

import java.util.LinkedHashMap;
import java.util.Map;

/// What programs say, line by line.
final class Text {

    private Text() {}

    /// Lines such as `Model name:   Some CPU` or `NAME="Some OS"`.
    static Map<String, String> pairs(String text, char separator) {
        var pairs = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            var end = line.indexOf(separator);
            if (end > 0) {
                pairs.putIfAbsent(
                        line.substring(0, end).strip(),
                        unquoted(line.substring(end + 1).strip()));
            }
        });
        return pairs;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /// The digits a value begins with; 0 where there are none.
    static long number(String value) {
        var digits = value.strip().replaceFirst("^([0-9]{1,18}).*$", "$1");
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }
}
