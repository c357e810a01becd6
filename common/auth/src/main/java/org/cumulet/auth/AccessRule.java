package org.cumulet.auth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// One kind of request that a limited token is good for.
///
/// @param service type of the service, as the catalog has it
/// @param method of HTTP
/// @param path below the service's own path, or with it; `*` and `{name}` stand for one part of it, `**` for any number
public record AccessRule(String service, String method, String path) {

    /// Types in the catalog that are not the word that the service's path begins with.
    private static final Map<String, String> PATHS = Map.of("volumev3", "volume", "block-storage", "volume");

    /// Whether the rule is about this request.
    ///
    /// @param asked the request's path as it was sent, beginning with a slash and the service's own path
    boolean allows(String verb, String asked) {
        var end = asked.indexOf('/', 1);
        var owner = asked.substring(1, end < 0 ? asked.length() : end);
        return verb.equals(method)
                && owner.equals(PATHS.getOrDefault(service, service))
                && (fits(asked) || fits(end < 0 ? "/" : asked.substring(end)));
    }

    private sealed interface Part {

        /// @param one the only character that fits
        record Exactly(char one) implements Part {}

        /// At least one character, and no slash.
        record Segment() implements Part {}

        record Anything() implements Part {}
    }

    /// Walks through the pattern with all places of the path that it may have come to, so that no pattern takes long.
    private boolean fits(String asked) {
        var places = new BitSet();
        places.set(0);
        for (var part : parts()) {
            places = after(part, places, asked);
        }
        return places.get(asked.length());
    }

    private static BitSet after(Part part, BitSet places, String asked) {
        var next = new BitSet();
        for (var at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
            switch (part) {
                case Part.Exactly(var one) ->
                    next.set(at + 1, at + (at < asked.length() && asked.charAt(at) == one ? 2 : 1));
                case Part.Segment _ -> next.set(at + 1, endOfSegment(asked, at) + 1);
                case Part.Anything _ -> next.set(at, asked.length() + 1);
            }
        }
        return next;
    }

    private static int endOfSegment(String asked, int from) {
        var end = asked.indexOf('/', from);
        return end < 0 ? asked.length() : end;
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var at = 0; at < path.length(); at++) {
            var close = path.charAt(at) == '{' ? path.indexOf('}', at) : -1;
            if (path.startsWith("**", at)) {
                parts.add(new Part.Anything());
                at++;
            } else if (path.charAt(at) == '*') {
                parts.add(new Part.Segment());
            } else if (close > 0) {
                parts.add(new Part.Segment());
                at = close;
            } else {
                parts.add(new Part.Exactly(path.charAt(at)));
            }
        }
        return parts;
    }
}
