package org.cumulet.compute.store;

/// One key to sort by.
///
/// @param expression SQL that is never null
public record Order(String expression, boolean ascending) {

    String text() {
        return expression + (ascending ? " asc" : " desc");
    }

    String comparison() {
        return ascending ? ">" : "<";
    }
}
