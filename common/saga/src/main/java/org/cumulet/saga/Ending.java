package org.cumulet.saga;

/// What happens when a story failed and all is undone: can run twice, and is tried until it succeeds.
@FunctionalInterface
public interface Ending<D> {

    void failed(D known, Failure failure) throws Exception;
}
