package org.cumulet.inventory.preflight;

import java.util.List;
import java.util.Optional;
import org.cumulet.inventory.fact.Facts.FirewallRule;

/// Whose firewall said no, and by which rule.
record Prohibition(Sight sight, Ping.Refusal refusal, String target) {

    /// What to say and to do about it.
    record Verdict(String cause, Check.Fix fix) {}

    Verdict verdict() {
        var owner = sight.owner(refusal.from());
        if (owner.isEmpty()) {
            return new Verdict(
                    "The firewall of %s, which is none of our hosts, rejects it: %s."
                            .formatted(refusal.from(), refusal.why()),
                    new Check.Fix(refusal.from(), "nft -a list ruleset"));
        }
        var host = owner.get();
        var hook = host.addresses().contains(target) ? "input" : "forward";
        return rule(sight.firewalls().getOrDefault(host.name(), List.of()), hook)
                .map(rule -> new Verdict(
                        "The firewall of %s rejects it: chain %s, rule \"%s\" (handle %d)."
                                .formatted(host.name(), rule.chain(), rule.rule(), rule.handle()),
                        new Check.Fix(
                                host.name(), "nft delete rule %s handle %d".formatted(rule.chain(), rule.handle()))))
                .orElseGet(() -> new Verdict(
                        "The firewall of %s rejects it (%s), but which rule it is could not be read."
                                .formatted(host.name(), refusal.why()),
                        new Check.Fix(host.name(), "nft -a list ruleset")));
    }

    private Optional<FirewallRule> rule(List<FirewallRule> rules, String hook) {
        return rules.stream()
                .filter(rule -> rule.hook().equals(hook))
                .filter(rule -> says(rule.rule()))
                .findFirst();
    }

    private boolean says(String rule) {
        return rule.contains("reject")
                && switch (refusal.why()) {
                    case "Destination Host Prohibited" -> rule.contains("host-prohibited");
                    case "Destination Net Prohibited" -> rule.contains("net-prohibited");
                    default -> rule.contains("admin-prohibited");
                };
    }
}
