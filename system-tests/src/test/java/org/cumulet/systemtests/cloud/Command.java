package org.cumulet.systemtests.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program of this machine, run as a child with its own environment and a time limit.
public record Command(List<String> argv, Map<String, String> environment, String input, Duration limit) {

    public static Command of(String... argv) {
        return new Command(List.of(argv), Map.of(), "", Duration.ofMinutes(1));
    }

    public Command in(Map<String, String> environment) {
        return new Command(argv, environment, input, limit);
    }

    public Command reading(String input) {
        return new Command(argv, environment, input, limit);
    }

    public Command within(Duration limit) {
        return new Command(argv, environment, input, limit);
    }

    /// Whether there is such a program on this machine.
    public static boolean exists(String program) {
        return of("sh", "-c", "command -v " + program).run().succeeded();
    }

    public Outcome run() {
        try {
            return await(start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + this, e);
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(argv);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Outcome await(Process process) throws IOException, InterruptedException {
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), Thread::startVirtualThread);
        var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Thread::startVirtualThread);
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(limit)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            throw new AssertionError("%s did not end within %s".formatted(this, limit));
        }
        return new Outcome(this, process.exitValue(), allOf(out), allOf(err));
    }

    /// A background process that keeps the stream open would make every `$(…)` around its parent wait, so it is a
    /// failure here.
    private String allOf(CompletableFuture<String> stream) {
        try {
            return stream.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("%s ended, but left a child that holds its output".formatted(this), e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", argv);
    }
}
