package org.cumulet.network.tag;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// A feature whose things callers can put words on.
public interface Tagged {

    /// The path segment of its collection: `networks`.
    String collection();

    /// The tags of a thing the caller may see.
    List<String> tags(String id);

    /// Changes the tags of a thing the caller may change; returns the new ones.
    List<String> tag(String id, Function<List<String>, Collection<String>> change);
}
