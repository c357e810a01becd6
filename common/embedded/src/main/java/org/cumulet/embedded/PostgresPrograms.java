package org.cumulet.embedded;

import java.io.File;
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

    /// Runs one on a data folder, to its end.
    ///
    /// @param input what it reads
    /// @return what it had to say if it failed, else nothing
    String run(String name, Path data, File input, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(path(name), "--pgdata=" + account.name(data)));
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(account.command(line, data))
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectInput(input)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.onExit().join().exitValue() == 0 ? "" : "%s failed: %s".formatted(name, said);
    }
}
