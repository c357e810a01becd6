package org.cumulet.inventory.placement;

/// What callers said, as it may be repeated to them.
public final class Printable {

    private static final int LONGEST = 80;

    private Printable() {}

    public static String of(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", "?");
    }
}
