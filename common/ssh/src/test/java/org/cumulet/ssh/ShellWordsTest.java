package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "a b",
            "x; touch /tmp/owned",
            "$(touch /tmp/owned)",
            "`touch /tmp/owned`",
            "it's",
            "''",
            "'; touch /tmp/owned; '",
            "\"quoted\"",
            "back\\slash",
            "\\'",
            "two\nlines",
            "tab\tand\rreturn",
            "$HOME ${IFS} $1",
            "*?[a]~!#",
            "-oProxyCommand=touch /tmp/owned",
            "&& || | > < &",
            "äöü€🐚");

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void aShellReadsExactlyTheWordsThatWereMeant(String shell) {
        var line = "printf '<%s>' " + ShellWords.quote(NASTY);
        var machine = Machine.local("here");

        var said = CommandRunners.local().run(machine, Command.of(shell, "-c", line));

        assertThat(said.orThrow(machine, shell).stdout()).isEqualTo("<" + String.join("><", NASTY) + ">");
    }

    @Test
    void aNulIsRefused() {
        assertThatThrownBy(() -> ShellWords.quote(List.of("a\0b"))).isInstanceOf(IllegalArgumentException.class);
    }
}
