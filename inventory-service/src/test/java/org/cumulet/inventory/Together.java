package org.cumulet.inventory;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Things that happen at the same time.
public final class Together {

    private Together() {}

    /// Their outcomes, in order. What any of them throws is thrown.
    public static <T> List<T> times(int count, IntFunction<T> what) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit((Callable<T>) () -> what.apply(number)))
                    .toList();
            return all.stream().map(Together::outcome).toList();
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
