package org.cumulet.compute.change;

import static org.cumulet.compute.quota.QuotaKey.METADATA_ITEMS;
import static org.cumulet.compute.server.ServerRule.ADD_METADATA;
import static org.cumulet.compute.server.ServerRule.LIST_METADATA;
import static org.cumulet.compute.server.ServerRule.REMOVE_METADATA;
import static org.cumulet.compute.server.ServerRule.REPLACE_METADATA;
import static org.cumulet.compute.server.ServerRule.SET_METADATA;
import static org.cumulet.compute.server.ServerRule.SHOW_METADATA;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.quota.QuotaService;
import org.cumulet.compute.server.ServerAccess;
import org.cumulet.compute.server.ServerAction;
import org.cumulet.compute.server.ServerRule;

/// What callers note about their servers.
@Singleton
class MetadataService {

    private final ServerAccess servers;
    private final QuotaService quotas;

    MetadataService(ServerAccess servers, QuotaService quotas) {
        this.servers = servers;
        this.quotas = quotas;
    }

    Map<String, String> list(String server) {
        return servers.read(server, LIST_METADATA).metadata();
    }

    String show(String server, String key) {
        return Optional.ofNullable(
                        servers.read(server, SHOW_METADATA).metadata().get(key))
                .orElseThrow(MetadataService::missing);
    }

    @Transactional
    Map<String, String> add(String server, Map<String, String> pieces) {
        return change(server, ADD_METADATA, present -> {
            present.putAll(pieces);
            return present;
        });
    }

    @Transactional
    Map<String, String> replace(String server, Map<String, String> pieces) {
        return change(server, REPLACE_METADATA, _ -> pieces);
    }

    @Transactional
    void set(String server, String key, String value) {
        change(server, SET_METADATA, present -> {
            present.put(key, value);
            return present;
        });
    }

    @Transactional
    void remove(String server, String key) {
        change(server, REMOVE_METADATA, present -> {
            if (present.remove(key) == null) {
                throw missing();
            }
            return present;
        });
    }

    private Map<String, String> change(String id, ServerRule rule, UnaryOperator<Map<String, String>> change) {
        return servers.change(id, rule, (server, now) -> {
                    server.mustAllow(ServerAction.CHANGE_METADATA);
                    var pieces = change.apply(new HashMap<>(server.metadata()));
                    mustFit(server.project(), pieces.size());
                    server.annotate(pieces, now);
                })
                .metadata();
    }

    private void mustFit(String project, int pieces) {
        var allowed = quotas.limits(project).of(METADATA_ITEMS);
        if (allowed >= 0 && pieces > allowed) {
            throw new Fault.OverQuota("Maximum number of metadata items exceeds %d".formatted(allowed));
        }
    }

    private static Fault.NotFound missing() {
        return Fault.NotFound.saying("Metadata item was not found");
    }
}
