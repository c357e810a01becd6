package org.cumulet.saga;

/// A bean that tells a story. Qualified with `@Service("…")`, it is known to that service's [Sagas].
public interface Workflow<D> {

    Story<D> story();
}
