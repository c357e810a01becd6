package org.cumulet.network.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.network.port.HostNames;

/// What a host carries after a run.
///
/// @param failed networks that it does not carry although it should; absent where there are none
record SyncView(
        String host,
        List<Carried> networks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Failed> failed) {

    /// A network and the bridge to plug machines into.
    record Carried(UUID networkId, String bridge) {}

    /// A network and why it is not there.
    record Failed(UUID networkId, String reason) {}

    static SyncView of(String host, HostReport report) {
        return new SyncView(
                host,
                report.carried().stream()
                        .sorted()
                        .map(network -> new Carried(network, HostNames.bridge(network)))
                        .toList(),
                report.failed().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Failed(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
