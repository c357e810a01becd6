package org.cumulet.identity.domainconfig;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.secret.Sealer;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Settings of domains: kept and given back, without what is secret.
@Singleton
public class DomainConfigService {

    private static final TypeReference<LinkedHashMap<String, Map<String, @Nullable Object>>> GROUPS =
            new TypeReference<>() {};

    private final DomainConfigStore store;
    private final NodeService nodes;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final CurrentCaller caller;

    DomainConfigService(
            DomainConfigStore store, NodeService nodes, Sealer sealer, ObjectMapper json, CurrentCaller caller) {
        this.store = store;
        this.nodes = nodes;
        this.sealer = sealer;
        this.json = json;
        this.caller = caller;
    }

    /// @param isNew whether there were none before
    record Put(Config config, boolean isNew) {}

    @Transactional
    Put put(String domainId, Map<String, Map<String, @Nullable Object>> wish) {
        caller.must(DomainConfigRule.CREATE);
        var config = Config.checked(wish);
        var before = known(domainId);
        save(domainId, config);
        return new Put(config.shown(), before.isEmpty());
    }

    @Transactional
    Config show(String domainId) {
        caller.must(DomainConfigRule.GET);
        return get(domainId).shown();
    }

    @Transactional
    Config change(String domainId, Map<String, Map<String, @Nullable Object>> change) {
        caller.must(DomainConfigRule.UPDATE);
        return save(domainId, get(domainId).with(Config.checked(change)));
    }

    /// Changes nothing but this group.
    @Transactional
    Config change(String domainId, String group, Map<String, Map<String, @Nullable Object>> change) {
        caller.must(DomainConfigRule.UPDATE);
        var config = get(domainId);
        config.mustHave(group);
        if (!change.keySet().equals(Set.of(group))) {
            throw new Fault.Forbidden(
                    "Invalid domain specific configuration: the group in the address is %s, and only that is changed."
                            .formatted(group));
        }
        return save(domainId, config.with(Config.checked(change)));
    }

    /// Changes nothing but this option.
    @Transactional
    Config change(String domainId, String group, String option, Map<String, @Nullable Object> change) {
        caller.must(DomainConfigRule.UPDATE);
        var config = get(domainId);
        config.mustHave(group, option);
        if (!change.keySet().equals(Set.of(option))) {
            throw new Fault.Forbidden(
                    "Invalid domain specific configuration: the option in the address is %s, and only that is changed."
                            .formatted(option));
        }
        return save(domainId, config.with(Config.checked(Map.of(group, change))));
    }

    @Transactional
    void delete(String domainId) {
        caller.must(DomainConfigRule.DELETE);
        get(domainId);
        store.remove(domainId);
    }

    @Transactional
    void delete(String domainId, String group) {
        caller.must(DomainConfigRule.DELETE);
        save(domainId, get(domainId).without(group));
    }

    @Transactional
    void delete(String domainId, String group, String option) {
        caller.must(DomainConfigRule.DELETE);
        save(domainId, get(domainId).without(group, option));
    }

    /// The options of all directories in which domains have their users and groups, by domain and option; what a domain
    /// does not say is as usual.
    @Transactional(REQUIRES_NEW)
    public Map<String, Map<String, @Nullable Object>> directories() {
        var all = new HashMap<String, Map<String, @Nullable Object>>();
        store.all().forEach((domainId, secret) -> {
            var config = Config.USUAL.with(opened(secret));
            if ("ldap".equals(config.option("identity", "driver"))) {
                var options = new LinkedHashMap<>(config.group("ldap"));
                options.put("list_limit", config.option("identity", "list_limit"));
                all.put(domainId, options);
            }
        });
        return all;
    }

    Config usual() {
        caller.must(DomainConfigRule.GET_DEFAULT);
        return Config.USUAL;
    }

    private Config get(String domainId) {
        return known(domainId)
                .orElseThrow(
                        () -> Fault.NotFound.saying("Could not find configuration for domain %s.".formatted(domainId)));
    }

    private Optional<Config> known(String domainId) {
        if (nodes.findDomain(domainId).isEmpty()) {
            throw Refusal.missing("domain", domainId);
        }
        return store.find(domainId).map(this::opened);
    }

    /// What is left of settings that are all gone is nothing.
    private Config save(String domainId, Config config) {
        try {
            if (config.isEmpty()) {
                store.remove(domainId);
            } else {
                store.put(domainId, sealer.seal(json.writeValueAsBytes(config.groups())));
            }
            return config.shown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Config opened(byte[] sealed) {
        try {
            return new Config(json.readValue(sealer.open(sealed), GROUPS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
