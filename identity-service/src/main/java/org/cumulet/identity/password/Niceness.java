package org.cumulet.identity.password;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.jboss.logging.Logger;

/// Lets a thread step back where all processors are busy. Java's own priorities do nothing on Linux.
final class Niceness {

    private static final Logger LOG = Logger.getLogger(Niceness.class);
    private static final int THIS_THREAD = 0;
    private static final int NICE = 10;

    private Niceness() {}

    /// The same work, on a thread that leaves nine tenths of a busy processor to others. Elsewhere than on Linux it is
    /// on a thread like any other.
    static Runnable nicely(Runnable work) {
        return () -> {
            if (System.getProperty("os.name").equals("Linux")) {
                stepBack();
            }
            work.run();
        };
    }

    private static void stepBack() {
        try {
            var refused = (int) setPriority().invokeExact(THIS_THREAD, THIS_THREAD, NICE);
            LOG.debugf("hashing steps back: %d", refused);
        } catch (Throwable e) {
            LOG.warnf("hashing cannot step back, so many logins at once may slow other requests: %s", e);
        }
    }

    /// `setpriority(PRIO_PROCESS, 0, …)`: in Linux, which knows only threads, of the one that calls.
    private static MethodHandle setPriority() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setpriority"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    }
}
