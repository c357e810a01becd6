package org.cumulet.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL's own programs, run under the account that owns its data.
record PostgresPrograms(Path folder, Account account) {

    String path(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /// Runs one to its end.
    ///
    /// @return what it had to say if it failed, else nothing
    String run(String name, String... arguments) throws IOException {
        var line = new ArrayList<>(account.prefix());
        line.add(path(name));
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(line)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.onExit().join().exitValue() == 0 ? "" : "%s failed: %s".formatted(name, said);
    }
}
