package org.cumulet.systemtests.hosts;

import org.cumulet.systemtests.cloud.Command;

/// One of the test hosts, reached by SSH as root.
///
/// @param hostKey the fingerprint of its host key
public record TestHost(String name, String address, String hostKey) {

    /// But for images that the next server may need, and what systemd and libvirt note for themselves.
    private static final String EVERYTHING_A_CLOUD_COULD_LEAVE = """
            virsh list --all --name
            virsh net-list --all --name
            ip -o link | sed 's/^[0-9]*: \\([^:@]*\\).*/link \\1/'
            ip -4 -o address | sed 's/^[0-9]*: \\([^ ]* *inet [^ ]*\\).*/\\1/'
            ip route
            ip netns list
            nft list ruleset
            pgrep -a 'dnsmasq|qemu'
            find /var/lib/cumulet/instances /var/lib/libvirt /run/cumulet /etc/systemd/system /run/systemd/transient -type f \
              -not -path '*/session-*.scope' -not -path /run/cumulet/network/lock
            find /var/log/libvirt -name '*.console*'
            """;

    static TestHost parse(String line) {
        var parts = line.split(" ");
        return new TestHost(parts[0], parts[1], parts[2]);
    }

    public Command ssh(String command) {
        return TestHosts.rig("ssh", name, command);
    }

    /// As the inventory wants to hear of it.
    String description() {
        return """
                {"name": "%s", "kind": "ssh", "address": "%s", "user": "root", "host_key": "%s"}
                """.formatted(name, address, hostKey);
    }

    /// Domains, interfaces, addresses, processes and files: the same before and after means that nothing was left.
    public String footprint() {
        return ssh("bash -s 2> /dev/null | sed 's/^/%s: /' | sort".formatted(name))
                .reading(EVERYTHING_A_CLOUD_COULD_LEAVE)
                .run()
                .text();
    }

    /// Runs a command in a guest, from here, with the private key of the one who launched it.
    public Command sshIntoGuest(String network, String guest, String privateKey, String command) {
        var script = """
                key=$(mktemp) && trap 'rm -f "$key"' EXIT && cat > "$key"
                ip netns exec cumulet-%s ssh -i "$key" -o BatchMode=yes -o ConnectTimeout=10 -o StrictHostKeyChecking=no \
                  -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR root@%s %s
                """.formatted(network.substring(0, 8), guest, command);
        return ssh(script).reading(privateKey);
    }
}
