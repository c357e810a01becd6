package org.cumulet.identity.domainconfig;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Settings by group and option.
record Config(Map<String, Map<String, @Nullable Object>> groups) {

    static final Config USUAL = new Config(ConfigOption.defaults());

    /// Only what a domain may have settings for, and something of it.
    ///
    /// @throws Fault.Forbidden for anything else
    static Config checked(Map<String, Map<String, @Nullable Object>> wish) {
        if (wish.values().stream().allMatch(it -> it == null || it.isEmpty())) {
            throw new Fault.Forbidden("Invalid domain specific configuration: no options specified.");
        }
        wish.forEach((group, options) -> options.keySet().forEach(option -> {
            if (ConfigOption.find(group, option).isEmpty()) {
                throw new Fault.Forbidden(
                        "Invalid domain specific configuration: option %s in group %s is not supported."
                                .formatted(option, group));
            }
        }));
        return new Config(wish);
    }

    /// What the other says counts; of the rest, this.
    Config with(Config other) {
        var all = copy();
        other.groups.forEach((group, options) ->
                all.computeIfAbsent(group, _ -> new LinkedHashMap<>()).putAll(options));
        return new Config(all);
    }

    Config without(String group) {
        mustHave(group);
        var all = copy();
        all.remove(group);
        return new Config(all);
    }

    Config without(String group, String option) {
        mustHave(group, option);
        var all = copy();
        all.computeIfPresent(group, (_, options) -> {
            options.remove(option);
            return options.isEmpty() ? null : options;
        });
        return new Config(all);
    }

    Map<String, @Nullable Object> group(String group) {
        mustHave(group);
        return Objects.requireNonNull(groups.get(group));
    }

    @Nullable
    Object option(String group, String option) {
        mustHave(group, option);
        return group(group).get(option);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /// Without what is never shown.
    Config shown() {
        var all = copy();
        all.forEach((group, options) -> options.keySet()
                .removeIf(option -> ConfigOption.find(group, option)
                        .map(ConfigOption::isSecret)
                        .orElse(true)));
        return new Config(all);
    }

    void mustHave(String group) {
        if (!groups.containsKey(group)) {
            throw Fault.NotFound.saying("Could not find configuration group %s.".formatted(group));
        }
    }

    void mustHave(String group, String option) {
        mustHave(group);
        if (!group(group).containsKey(option)) {
            throw Fault.NotFound.saying("Could not find option %s in configuration group %s.".formatted(option, group));
        }
    }

    private Map<String, Map<String, @Nullable Object>> copy() {
        var all = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        groups.forEach((group, options) -> all.put(group, new LinkedHashMap<>(options)));
        return all;
    }
}
