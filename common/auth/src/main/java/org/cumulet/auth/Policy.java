package org.cumulet.auth;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What rules say: as the code has them, or as an operator's file has them instead. A file that names a rule that
/// nobody has, or that cannot be understood, stops the start: a rule that is meant and does not hold is worse.
@Singleton
public class Policy {

    private static final TypeReference<LinkedHashMap<String, String>> RULES = new TypeReference<>() {};

    private final Map<String, Check> changed = new HashMap<>();

    @Inject
    Policy(@Any Instance<PolicySource> sources) {
        sources.forEach(this::read);
    }

    Policy(PolicySource source) {
        read(source);
    }

    /// Made at once, so that the start is what stops.
    void load(@Observes StartupEvent started) {}

    public boolean allows(Rule rule, Caller caller, Target target) {
        var check = changed.get(rule.rule());
        return check == null ? rule.allows(caller, target) : check.holds(caller, target);
    }

    private void read(PolicySource source) {
        source.file().ifPresent(file -> read(source, file));
    }

    private void read(PolicySource source, Path file) {
        var known = new HashMap<String, Check>();
        source.rules().forEach(rule -> known.put(rule.rule(), new Check.AsItWas(rule)));
        var texts = new LinkedHashMap<>(source.bases());
        for (var line : lines(file).entrySet()) {
            if (!known.containsKey(line.getKey()) && !texts.containsKey(line.getKey())) {
                throw new IllegalStateException("%s: there is no rule %s".formatted(file, line.getKey()));
            }
            texts.put(line.getKey(), line.getValue());
        }
        var checks = new CheckReader(texts, known);
        texts.keySet().forEach(name -> changed.put(name, checks.named(name)));
    }

    private static Map<String, String> lines(Path file) {
        try {
            var yaml = new YAMLMapper();
            var all = yaml.readTree(file.toFile());
            return all.isMissingNode() ? Map.of() : yaml.convertValue(all, RULES);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("%s cannot be read as rules by their names".formatted(file), e);
        }
    }
}
