package org.cumulet.ssh;

import java.nio.file.Path;
import java.time.Duration;

/// How the cloud behaves towards machines it reaches over SSH.
///
/// @param keyFile the private key of the cloud, see [SshKeys]
/// @param channelsPerMachine how many commands may run on one machine at once (sshd allows 10 by default)
/// @param channelsInAll how many commands may run at once on all machines
/// @param connectTimeout how long a machine may take to let us in
/// @param keepAlive how often an open connection is asked whether it still lives
/// @param idleAfter when a connection that nobody uses is closed
public record SshSettings(
        Path keyFile,
        int channelsPerMachine,
        int channelsInAll,
        Duration connectTimeout,
        Duration keepAlive,
        Duration idleAfter) {

    public static SshSettings of(Path keyFile) {
        return new SshSettings(keyFile, 8, 128, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofMinutes(5));
    }

    public SshSettings withConnectTimeout(Duration time) {
        return new SshSettings(keyFile, channelsPerMachine, channelsInAll, time, keepAlive, idleAfter);
    }

    public SshSettings withKeepAlive(Duration time) {
        return new SshSettings(keyFile, channelsPerMachine, channelsInAll, connectTimeout, time, idleAfter);
    }

    public SshSettings withIdleAfter(Duration time) {
        return new SshSettings(keyFile, channelsPerMachine, channelsInAll, connectTimeout, keepAlive, time);
    }
}
