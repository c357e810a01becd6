package org.cumulet.ssh;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The end of every command: the machine itself kills it when its time is up, and we stop waiting a little later.
record Deadline(Duration timeout) {

    private static final int KILLED_BY_TIMEOUT = 124;
    private static final Duration MERCY = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "HUP"),
            Map.entry(2, "INT"),
            Map.entry(3, "QUIT"),
            Map.entry(4, "ILL"),
            Map.entry(6, "ABRT"),
            Map.entry(7, "BUS"),
            Map.entry(8, "FPE"),
            Map.entry(9, "KILL"),
            Map.entry(11, "SEGV"),
            Map.entry(13, "PIPE"),
            Map.entry(14, "ALRM"),
            Map.entry(15, "TERM"));

    static Deadline of(Command command) {
        return new Deadline(command.timeout());
    }

    /// The command as the machine is to run it.
    List<String> wrap(List<String> argv) {
        var wrapped = new ArrayList<>(List.of("timeout", "-k", seconds(MERCY), seconds(timeout)));
        wrapped.addAll(List.of("env", "LC_ALL=C.UTF-8"));
        wrapped.addAll(argv);
        return wrapped;
    }

    /// When to stop waiting for a machine that does not keep its promise.
    Duration patience() {
        return timeout.plus(MERCY).plus(GRACE);
    }

    Exit exit(int status, Duration took) {
        var late = took.compareTo(timeout) >= 0;
        return status == KILLED_BY_TIMEOUT && late ? new Exit.TimedOut(timeout) : new Exit.Status(status);
    }

    Exit killed(String signal, Duration took) {
        var late = took.compareTo(timeout) >= 0;
        return signal.equals("KILL") && late ? new Exit.TimedOut(timeout) : new Exit.Signal(signal);
    }

    /// Reads a status as shells write it, where 128 and more stands for a signal.
    Exit shellExit(int status, Duration took) {
        var signal = SIGNALS.get(status - 128);
        return signal == null ? exit(status, took) : killed(signal, took);
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }
}
