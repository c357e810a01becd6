package org.cumulet.systemtests.hosts;

import org.cumulet.systemtests.cloud.Command;

/// One of the test hosts, reached by SSH as root.
public record TestHost(String name, String address, String publicKey) {

    static TestHost parse(String line) {
        var parts = line.split(" ", 3);
        return new TestHost(parts[0], parts[1], parts[2]);
    }

    public Command ssh(String command) {
        return TestHosts.rig("ssh", name, command);
    }
}
