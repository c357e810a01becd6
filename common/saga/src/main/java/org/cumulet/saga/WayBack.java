package org.cumulet.saga;

/// Undoes one step: can run twice, and accepts that nothing was done.
@FunctionalInterface
public interface WayBack<D> {

    void undo(D known) throws Exception;
}
