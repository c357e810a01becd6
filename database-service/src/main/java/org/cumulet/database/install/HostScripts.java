package org.cumulet.database.install;

import java.util.ArrayList;
import java.util.List;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.Machine;

/// What is run on a host, as root. Everything may be run twice. Values are arguments; what proves the administrator is
/// in what a script reads from its input, and so in no list of processes, file or history of the host.
final class HostScripts {

    private HostScripts() {}

    private static final String LOOK = """
            . /etc/os-release
            echo "$ID ${ID_LIKE:-}"
            """;

    /// Refuses a server that somebody else has made; claims the place.
    private static final String CLAIM = """
            engine=$1 name=$2
            mark=/etc/cumulet/database-$engine
            if [ ! -e "$mark" ]; then
                for there in $3; do
                    if [ -e "$there" ]; then
                        echo "there is a server of this kind that was not installed from here ($there): register it instead" >&2
                        exit 64
                    fi
                done
                mkdir -p /etc/cumulet
                echo "$name" > "$mark.new"
                mv "$mark.new" "$mark"
            elif [ "$(cat "$mark")" != "$name" ]; then
                echo "the server '$(cat "$mark")' was installed here already" >&2
                exit 64
            fi
            """;

    /// Whoever was cut off may still be at it: apt waits for its lock, and mends what was interrupted.
    private static final String APT = """
            export DEBIAN_FRONTEND=noninteractive
            apt-get -q update < /dev/null > /dev/null || echo 'the lists of packages could not be renewed' >&2
            install() {
                apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold \\
                    install --no-install-recommends "$1" < /dev/null > /dev/null
            }
            install "$1" || { dpkg --configure -a < /dev/null > /dev/null; install "$1"; }
            """;

    private static final String DNF = """
            dnf -q -y install "$1" < /dev/null > /dev/null
            """;

    static Command look(Installation of) {
        return asRoot(of.machine(), LOOK);
    }

    static Command claim(Installation of) {
        var places = switch (of.engine()) {
            case MARIADB -> "/var/lib/mysql/mysql /var/lib/mysql/ibdata1";
            case POSTGRESQL -> "/var/lib/postgresql /var/lib/pgsql/data/PG_VERSION";
        };
        return asRoot(of.machine(), CLAIM, of.engine().kind().word(), of.name(), places);
    }

    static Command installPackage(Installation of, Family family) {
        return switch (family) {
            case DEBIAN ->
                asRoot(
                        of.machine(),
                        APT,
                        switch (of.engine()) {
                            case MARIADB -> "mariadb-server";
                            case POSTGRESQL -> "postgresql";
                        });
            case RHEL ->
                asRoot(
                        of.machine(),
                        DNF,
                        switch (of.engine()) {
                            case MARIADB -> "mariadb-server";
                            case POSTGRESQL -> "postgresql-server";
                        });
        };
    }

    static Command start(Installation of, Family family) {
        return switch (of.engine()) {
            case MARIADB -> asRoot(of.machine(), MariaDbScripts.START, MariaDbScripts.folder(family));
            case POSTGRESQL -> asRoot(of.machine(), PostgresScripts.start(family), Integer.toString(of.port()));
        };
    }

    /// @param verifier what the server compares the administrator's password with
    static Command makeSafe(Installation of, Family family, String verifier) {
        return switch (of.engine()) {
            case MARIADB ->
                asRoot(
                        of.machine(),
                        MariaDbScripts.MAKE_SAFE.formatted(Subnet.of(of.from()).asMariaDbHost(), verifier),
                        MariaDbScripts.folder(family));
            case POSTGRESQL -> asRoot(of.machine(), PostgresScripts.MAKE_SAFE.formatted(of.port(), verifier));
        };
    }

    static Command listen(Installation of, Family family) {
        var port = Integer.toString(of.port());
        return switch (of.engine()) {
            case MARIADB ->
                asRoot(of.machine(), MariaDbScripts.LISTEN, MariaDbScripts.folder(family), of.address(), port);
            case POSTGRESQL -> asRoot(of.machine(), PostgresScripts.listen(family), of.address(), port, of.from());
        };
    }

    private static Command asRoot(Machine machine, String script, String... arguments) {
        var plain = Command.sh(script, arguments);
        if (machine.user().equals("root")) {
            return plain;
        }
        var argv = new ArrayList<>(List.of("sudo", "-n"));
        argv.addAll(plain.argv());
        return new Command(argv, plain.input(), plain.timeout(), plain.outputLimit());
    }
}
