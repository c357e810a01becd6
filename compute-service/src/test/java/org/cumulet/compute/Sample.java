package org.cumulet.compute;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A published sample of the API: an answer must have its keys, all of them and no others, and its types.
public record Sample(String file, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Below these keys anything may be.
    private static final Set<String> MAPS = Set.of("metadata", "extra_specs", "addresses", "meta");

    public static Sample of(String file) {
        try (var in = Sample.class.getResourceAsStream("/samples/compute/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no sample " + file);
            }
            return new Sample(file, JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a sample, for a request.
    public static String text(String file) {
        try (var in = Sample.class.getResourceAsStream("/samples/compute/" + file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What differs; nothing is what everybody wants. `optional` keys may be on one side only.
    public List<String> differences(String answer, String... optional) {
        try {
            var found = new ArrayList<String>();
            compare("", json, JSON.readTree(answer), Set.of(optional), found);
            return found;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(
            String path, JsonNode expected, JsonNode actual, Set<String> optional, List<String> found) {
        if (expected.isNull() || actual.isNull()) {
            return;
        }
        if (kind(expected) != kind(actual)) {
            found.add("%s is %s, the sample has %s".formatted(path, actual.getNodeType(), expected.getNodeType()));
        } else if (expected.isObject()) {
            compareKeys(path, expected, actual, optional, found);
        } else if (expected.isArray() && !expected.isEmpty() && !actual.isEmpty()) {
            compare(path + "[]", expected.get(0), actual.get(0), optional, found);
        }
    }

    private static void compareKeys(
            String path, JsonNode expected, JsonNode actual, Set<String> optional, List<String> found) {
        if (MAPS.stream().anyMatch(map -> path.endsWith("/" + map))) {
            return;
        }
        var all = new TreeSet<String>();
        expected.fieldNames().forEachRemaining(all::add);
        actual.fieldNames().forEachRemaining(all::add);
        all.removeAll(optional);
        for (var key : all) {
            var where = path + "/" + key;
            if (!actual.has(key)) {
                found.add(where + " is missing");
            } else if (!expected.has(key)) {
                found.add(where + " is not in the sample");
            } else {
                compare(where, expected.get(key), actual.get(key), optional, found);
            }
        }
    }

    private static Object kind(JsonNode node) {
        return node.getNodeType();
    }
}
