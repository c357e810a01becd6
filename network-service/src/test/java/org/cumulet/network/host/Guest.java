package org.cumulet.network.host;

import java.util.Map;
import java.util.TreeMap;
import org.cumulet.network.Api;
import org.cumulet.network.port.HostNames;

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
            [ "$1" != bound ] || env | grep -E '^(ip|subnet|mask|router|dns|mtu|hostname|serverid|staticroutes|tftp|bootfile|boot_file)='
            [ "$1" != bound ] || ip addr replace $ip/$mask dev $interface
            exit 0
            END
            chmod +x /run/asked.sh
            ip netns exec $1 busybox udhcpc -f -n -q -t 3 -T 1 -i eth0 -O hostname -O mtu -O staticroutes -s /run/asked.sh 2>&1""";

    static Guest of(LightHost host, Map<String, Object> port) {
        var id = java.util.UUID.fromString(Api.id(port));
        var guest = new Guest(
                host, "guest-" + id.toString().substring(0, 8), (String) port.get("mac_address"), Api.address(port));
        host.sh(PLUG, guest.name, HostNames.tap(id), guest.mac, HostNames.bridge(java.util.UUID.fromString((String)
                port.get("network_id"))));
        return guest;
    }

    /// What the machine is told by DHCP; empty where nobody answers.
    Map<String, String> asksForAnAddress() {
        var told = new TreeMap<String, String>();
        host.run(org.cumulet.ssh.Command.sh(ASK, name)).stdout().lines().forEach(line -> {
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
