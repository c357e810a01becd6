package org.cumulet.saga;

/// Somebody else has taken the saga over: whoever held it stops and saves nothing.
final class LeaseLost extends Exception {

    private static final long serialVersionUID = 1;
}
