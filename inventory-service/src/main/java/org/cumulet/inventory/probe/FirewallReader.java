package org.cumulet.inventory.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cumulet.inventory.fact.Facts.FirewallRule;

/// Reads what `nft -a list ruleset` says; rules that iptables has made are there, too.
public final class FirewallReader {

    private static final Pattern TABLE = Pattern.compile("table (\\S+ \\S+) \\{.*");
    private static final Pattern CHAIN = Pattern.compile("chain (\\S+) \\{.*");
    private static final Pattern HOOK = Pattern.compile("type \\S+ hook (\\S+) .*");
    private static final Pattern RULE = Pattern.compile("(.*\\S)\\s*# handle ([0-9]{1,9})");
    private static final Pattern JUMP = Pattern.compile("(?:.* )?(?:jump|goto) (\\S+)");
    private static final Pattern COUNTER = Pattern.compile("\\s*counter packets [0-9]+ bytes [0-9]+");
    private static final Pattern MATTERS =
            Pattern.compile("(?:.* )?(?:reject|drop|masquerade|snat|dnat|redirect)(?: .*)?");

    private final Map<String, List<FirewallRule>> rules = new LinkedHashMap<>();
    private final Map<String, Set<String>> jumps = new LinkedHashMap<>();
    private final Map<String, String> hooks = new LinkedHashMap<>();

    private FirewallReader() {}

    /// The rules that keep something out or change addresses.
    public static List<FirewallRule> rules(String ruleset) {
        var reader = new FirewallReader();
        reader.read(ruleset);
        reader.follow();
        var all = new ArrayList<FirewallRule>();
        reader.rules.forEach((chain, rules) -> rules.forEach(rule ->
                all.add(new FirewallRule(chain, reader.hooks.getOrDefault(chain, ""), rule.handle(), rule.rule()))));
        return all;
    }

    private void read(String ruleset) {
        var table = "";
        var chain = "";
        for (var raw : ruleset.lines().toList()) {
            var line = raw.strip();
            var aTable = TABLE.matcher(line);
            var aChain = CHAIN.matcher(line);
            var aHook = HOOK.matcher(line);
            if (aTable.matches()) {
                table = aTable.group(1);
            } else if (aChain.matches()) {
                chain = "%s %s".formatted(table, aChain.group(1));
            } else if (aHook.matches()) {
                hooks.put(chain, aHook.group(1));
                policy(chain, line);
            } else {
                rule(table, chain, line);
            }
        }
    }

    private void policy(String chain, String line) {
        if (line.contains("policy drop")) {
            add(chain, 0, "policy drop");
        }
    }

    private void rule(String table, String chain, String line) {
        var found = RULE.matcher(line);
        if (found.matches()) {
            var rule = COUNTER.matcher(found.group(1)).replaceAll("").strip();
            var jump = JUMP.matcher(rule);
            if (jump.matches()) {
                jumps.computeIfAbsent(chain, _ -> new HashSet<>()).add("%s %s".formatted(table, jump.group(1)));
            } else if (MATTERS.matcher(rule).matches()) {
                add(chain, Integer.parseInt(found.group(2)), rule);
            }
        }
    }

    private void add(String chain, int handle, String rule) {
        rules.computeIfAbsent(chain, _ -> new ArrayList<>()).add(new FirewallRule(chain, "", handle, rule));
    }

    /// A chain looks where those look that jump to it.
    private void follow() {
        var next = new ArrayDeque<>(hooks.keySet());
        while (!next.isEmpty()) {
            var chain = next.remove();
            for (var target : jumps.getOrDefault(chain, Set.of())) {
                if (hooks.putIfAbsent(target, hooks.getOrDefault(chain, "")) == null) {
                    next.add(target);
                }
            }
        }
    }
}
