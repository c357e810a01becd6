package org.cumulet.systemtests;

import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Shape;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.cloud.WithStockClient;

/// The same in a cloud whose services have a process each.
@Story
@InTheCloud(Shape.SEPARATE_PROCESSES)
@WithStockClient
class ServersOfSeparateProcessesTest extends ServersOnSimulatedHosts {

    ServersOfSeparateProcessesTest(Cloud cloud) {
        super(cloud, 5);
    }
}
