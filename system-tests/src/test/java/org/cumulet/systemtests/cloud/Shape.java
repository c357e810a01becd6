package org.cumulet.systemtests.cloud;

/// One codebase, two shapes.
public enum Shape {
    ONE_PROCESS("up", "-d"),
    SEPARATE_PROCESSES("up", "-d", "--separate");

    private final String[] up;

    Shape(String... up) {
        this.up = up;
    }

    String[] up() {
        return up.clone();
    }
}
