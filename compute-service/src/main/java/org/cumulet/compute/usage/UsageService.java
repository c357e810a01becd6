package org.cumulet.compute.usage;

import static org.cumulet.compute.usage.UsageRule.LIST;
import static org.cumulet.compute.usage.UsageRule.SHOW;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.compute.server.ServerService;
import org.cumulet.compute.server.ServerTime;

/// What was used between two moments, from the rows of servers, those that are gone included.
@Singleton
class UsageService {

    private final ServerService servers;
    private final CurrentCaller caller;

    UsageService(ServerService servers, CurrentCaller caller) {
        this.servers = servers;
        this.caller = caller;
    }

    Map<String, List<ServerTime>> ofAll(UsageQuery.Period period) {
        caller.must(LIST);
        return servers.between(null, period.start(), period.end()).stream()
                .collect(Collectors.groupingBy(ServerTime::project, TreeMap::new, Collectors.toList()));
    }

    List<ServerTime> of(String project, UsageQuery.Period period) {
        caller.must(SHOW, Target.project(project));
        return servers.between(project, period.start(), period.end());
    }
}
