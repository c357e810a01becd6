package org.cumulet.network.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/// What an operator decides about networks.
@ConfigMapping(prefix = "cumulet.network")
public interface NetworkSettings {

    /// The interface of every host that leads to a physical network: `cumulet.network.flat.physnet1=eth1`.
    Map<String, String> flat();

    /// The numbers that VXLAN networks get.
    Range vxlan();

    /// The largest packet the physical networks carry; VXLAN takes 50 bytes of it.
    @WithDefault("1500")
    int mtu();

    /// From one number to another, both included.
    interface Range {
        @WithDefault("1000")
        int first();

        @WithDefault("65535")
        int last();
    }
}
