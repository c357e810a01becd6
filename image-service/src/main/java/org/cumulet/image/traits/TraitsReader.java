package org.cumulet.image.traits;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.image.ImageSettings;
import org.cumulet.image.format.DiskFormat;
import org.jspecify.annotations.Nullable;

/// Reads what is said of an image, and accepts nothing that could not be shown again.
@Singleton
public class TraitsReader {

    private static final int LONGEST_LINE = 255;
    private static final int LONGEST_PROPERTY = 65535;

    /// Lists show all properties of many images.
    private static final int LONGEST_PROPERTIES = 65536;

    private final ImageSettings.Limits limits;

    TraitsReader(ImageSettings settings) {
        this.limits = settings.limits();
    }

    /// The traits of a new image.
    ///
    /// @param said without the id
    /// @param owner whose it is, unless something else is said
    public Traits read(Map<String, Object> said, String owner) {
        said.keySet().forEach(Attributes::mustBeWritable);
        var document = new Document(said);
        return new Traits(
                document.line(Attributes.OWNER).orElse(owner),
                document.line(Attributes.NAME).orElse(null),
                document.choice(Attributes.VISIBILITY, Visibility::named).orElse(Visibility.SHARED),
                document.choice(Attributes.DISK_FORMAT, DiskFormat::named).orElse(null),
                document.choice(Attributes.CONTAINER_FORMAT, ContainerFormat::named)
                        .orElse(null),
                document.amount(Attributes.MIN_DISK),
                document.amount(Attributes.MIN_RAM),
                document.flag(Attributes.PROTECTED),
                document.flag(Attributes.HIDDEN),
                tags(document),
                properties(document));
    }

    /// The traits after a change.
    public Traits change(Traits traits, ImagePatch patch) {
        return read(patch.applyTo(Attributes.of(traits)), traits.owner());
    }

    /// The traits with one tag more.
    public Traits tag(Traits traits, String tag) {
        var document = Attributes.of(traits);
        document.put(Attributes.TAGS, plus(traits.tags(), tag));
        return read(document, traits.owner());
    }

    /// The traits with one tag less.
    ///
    /// @throws Fault.NotFound when it has no such tag
    public Traits untag(Traits traits, String tag) {
        if (!traits.tags().contains(tag)) {
            throw Fault.NotFound.saying("The image has no such tag.");
        }
        var document = Attributes.of(traits);
        document.put(
                Attributes.TAGS,
                traits.tags().stream().filter(it -> !it.equals(tag)).toList());
        return read(document, traits.owner());
    }

    private static List<String> plus(List<String> tags, String tag) {
        return Stream.concat(tags.stream(), Stream.of(tag)).toList();
    }

    private List<String> tags(Document document) {
        var tags = document.lines(Attributes.TAGS).stream().distinct().toList();
        mustNotExceed("image tags", tags.size(), limits.tags());
        return tags;
    }

    private Map<String, String> properties(Document document) {
        var properties = document.properties();
        mustNotExceed("image properties", properties.size(), limits.properties());
        var length = properties.entrySet().stream()
                .mapToInt(property ->
                        property.getKey().length() + property.getValue().length())
                .sum();
        mustNotExceed("characters in all image properties", length, LONGEST_PROPERTIES);
        return properties;
    }

    private static void mustNotExceed(String what, int attempted, int maximum) {
        if (attempted > maximum) {
            throw new Fault.OverQuota(
                    "The limit has been exceeded on the number of allowed %s. Attempted: %d, Maximum: %d"
                            .formatted(what, attempted, maximum));
        }
    }

    /// What was said, by the types it has to have.
    private record Document(Map<String, Object> said) {

        /// The only two properties that may be said to be nothing.
        private static final List<String> IMAGE_IDS = List.of("kernel_id", "ramdisk_id");

        Optional<String> line(String key) {
            return Optional.ofNullable(said.get(key)).map(value -> line(key, value));
        }

        List<String> lines(String key) {
            return switch (said.get(key)) {
                case null -> absent(key, List.of());
                case List<?> list ->
                    list.stream().map(value -> line(key, value)).toList();
                case Object other -> throw wrong(key, other, "is not a list");
            };
        }

        <T> Optional<T> choice(String key, Function<String, Optional<T>> named) {
            var value = said.get(key);
            if (value == null) {
                return key.equals(Attributes.VISIBILITY) ? absent(key, Optional.empty()) : Optional.empty();
            }
            return Optional.of(
                    Optional.of(line(key, value)).flatMap(named).orElseThrow(() -> wrong(key, value, "is not known")));
        }

        int amount(String key) {
            return switch (said.get(key)) {
                case null -> absent(key, 0);
                case Integer number when number >= 0 -> number;
                case Object other -> throw wrong(key, other, "is not a whole number from 0 to 2147483647");
            };
        }

        boolean flag(String key) {
            return switch (said.get(key)) {
                case null -> absent(key, false);
                case Boolean flag -> flag;
                case Object other -> throw wrong(key, other, "is not true or false");
            };
        }

        Map<String, String> properties() {
            var properties = new LinkedHashMap<String, String>();
            said.forEach((key, value) -> {
                if (Attributes.isProperty(key) && !(value == null && IMAGE_IDS.contains(key))) {
                    properties.put(key, property(key, value));
                }
            });
            return properties;
        }

        private static String property(String key, @Nullable Object value) {
            var text = text(key, value, LONGEST_PROPERTY);
            if (IMAGE_IDS.contains(key) && !text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                throw wrong(key, text, "is not the id of an image");
            }
            return text;
        }

        private static String line(String key, @Nullable Object value) {
            var text = text(key, value, LONGEST_LINE);
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw wrong(key, "the text", "contains control characters");
            }
            return text;
        }

        private static String text(String key, @Nullable Object value, int longest) {
            if (!(value instanceof String text)) {
                throw wrong(key, value, "is not a string");
            }
            if (text.length() > longest || text.indexOf('\0') >= 0) {
                throw wrong(key, "the text", "is longer than %d characters or contains a null".formatted(longest));
            }
            return text;
        }

        /// Null is something else than nothing.
        private <T> T absent(String key, T standard) {
            if (said.containsKey(key)) {
                throw wrong(key, null, "is not allowed");
            }
            return standard;
        }

        private static Fault wrong(String key, @Nullable Object value, String what) {
            var shown = String.valueOf(value);
            return new Fault.BadRequest("Invalid input for attribute %s: %s %s."
                    .formatted(key, shown.substring(0, Math.min(shown.length(), 80)), what));
        }
    }
}
