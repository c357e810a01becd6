package org.cumulet.systemtests;

import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.cloud.WithStockClient;

@Story
@InTheCloud
@WithStockClient
class TwentyServersOnSimulatedHostsTest extends ServersOnSimulatedHosts {

    TwentyServersOnSimulatedHostsTest(Cloud cloud) {
        super(cloud, 20);
    }
}
