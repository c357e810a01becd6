package org.cumulet.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Machines that exist only on paper, for tests: remembers what was asked of them and answers as told.
public final class RecordedRunner implements CommandRunner {

    /// A command and the machine it was meant for.
    public record Ran(Machine machine, Command command) {}

    private record Place(String machine, String path) {}

    private final BiFunction<Machine, Command, CommandResult> answers;
    private final List<Ran> ran = new CopyOnWriteArrayList<>();
    private final Map<Place, byte[]> files = new ConcurrentHashMap<>();

    /// Every command goes well and says nothing.
    public RecordedRunner() {
        this((machine, command) -> CommandResult.said(""));
    }

    public RecordedRunner(BiFunction<Machine, Command, CommandResult> answers) {
        this.answers = answers;
    }

    public List<Ran> ran() {
        return List.copyOf(ran);
    }

    /// What was uploaded to this path last, or null.
    public byte @Nullable [] file(Machine machine, String path) {
        return files.get(new Place(machine.id(), path));
    }

    @Override
    public CommandResult run(Machine machine, Command command) {
        ran.add(new Ran(machine, command));
        return answers.apply(machine, command);
    }

    @Override
    public void upload(Machine machine, InputStream bytes, long size, String path, int mode) {
        var copy = new ByteArrayOutputStream();
        Transfer.of(machine, path).copy(bytes, copy, size);
        files.put(new Place(machine.id(), path), copy.toByteArray());
    }

    @Override
    public void download(Machine machine, String path, OutputStream bytes, long limit) {
        var file = file(machine, path);
        if (file == null) {
            throw new MachineFault.TransferFailed(machine, path, "no such file", null);
        }
        if (file.length > limit) {
            throw Transfer.of(machine, path).tooLong(limit);
        }
        try {
            bytes.write(file);
        } catch (IOException e) {
            throw Transfer.of(machine, path).failed(e);
        }
    }

    @Override
    public void close() {}
}
