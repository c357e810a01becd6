package org.cumulet.saga;

import io.quarkus.arc.Arc;

/// Gives a step a request context of its own, as an endpoint has one; outside of a container it just runs.
final class InRequest {

    interface Work<T> {
        T run() throws Exception;
    }

    private InRequest() {}

    static <T> T run(Work<T> work) throws Exception {
        var container = Arc.container();
        if (container == null || container.requestContext().isActive()) {
            return work.run();
        }
        var context = container.requestContext();
        context.activate();
        try {
            return work.run();
        } finally {
            context.terminate();
        }
    }
}
