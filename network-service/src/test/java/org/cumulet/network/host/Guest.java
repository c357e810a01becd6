package org.cumulet.network.host;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cumulet.network.Api;
import org.cumulet.network.port.HostNames;
import org.cumulet.ssh.Command;

/// A machine on a light host: a namespace that is plugged in as a hypervisor would do it.
record Guest(LightHost host, String name, String mac, String address) {

    private static final String PLUG = """
            ip netns add $1
            ip link add name $2 type veth peer name eth0 netns $1
            ip -n $1 link set dev eth0 address $3
            ip -n $1 link set dev lo up
            ip link set dev $2 master $4 up
            ip -n $1 link set dev eth0 up""";

    private static final String ASK = """
            cat > /run/asked.sh << 'END'
            [ "$1" != bound ] || env | grep -E '^(ip|mask|router|dns|mtu|hostname|domain|serverid|staticroutes|tftp|bootfile|boot_file)=' | sed 's/^boot_file/bootfile/'
            [ "$1" != bound ] || ip addr replace $ip/$mask dev $interface
            exit 0
            END
            chmod +x /run/asked.sh
            ip netns exec $1 busybox udhcpc -f -n -q -t 2 -T 2 -i eth0 -O hostname -O mtu -O staticroutes -O tftp -O bootfile -s /run/asked.sh 2>&1""";

    static Guest of(LightHost host, Map<String, Object> port) {
        var id = UUID.fromString(Api.id(port));
        var guest = new Guest(
                host, "guest-" + id.toString().substring(0, 8), (String) port.get("mac_address"), Api.address(port));
        host.sh(PLUG, guest.name, HostNames.tap(id), guest.mac, HostNames.bridge(UUID.fromString((String)
                port.get("network_id"))));
        return guest;
    }

    /// What the machine is told by DHCP; empty where nobody answers.
    Map<String, String> asksForAnAddress() {
        var told = new TreeMap<String, String>();
        host.run(Command.sh(ASK, name)).stdout().lines().forEach(line -> {
            var sign = line.indexOf('=');
            if (sign > 0) {
                told.put(line.substring(0, sign), line.substring(sign + 1));
            }
        });
        return told;
    }

    boolean reaches(String address) {
        return host.can("ip netns exec $1 busybox ping -c 1 -W 1 $2", name, address)
                || host.can("ip netns exec $1 busybox ping -c 2 -W 2 $2", name, address);
    }

    void unplug() {
        host.sh("ip netns del $1", name);
    }
}
