package org.cumulet.saga;

/// One step of a story: does one thing, can run twice, answers what is known afterwards.
@FunctionalInterface
public interface Step<D> {

    D run(D known) throws Exception;
}
