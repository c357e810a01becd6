package org.cumulet.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads check strings as OpenStack's operators write them: `(role:admin and domain_id:%(target.domain.id)s) or
/// rule:owner`. What it does not know is refused, not guessed at.
final class CheckReader {

    private static final Pattern WORD = Pattern.compile("\\(|\\)|(?:%\\([^)]*\\)s|[^\\s()])+");
    private static final Pattern OF_TARGET = Pattern.compile("%\\(([^)]*)\\)s");

    private static final Map<String, Function<Caller, @Nullable String>> MINE = Map.of(
            "user_id", Caller::userId,
            "user_domain_id", caller -> caller.user().domainId(),
            "project_id", caller -> caller.projectId().orElse(null),
            "tenant_id", caller -> caller.projectId().orElse(null),
            "domain_id", CheckReader::domain,
            "token.domain.id", CheckReader::domain,
            "project_domain_id", CheckReader::domainOfProject,
            "token.project.domain.id", CheckReader::domainOfProject);

    private final Map<String, String> texts;
    private final Map<String, Check> asTheyWere;
    private final Map<String, Check> read = new HashMap<>();
    private final Set<String> reading = new HashSet<>();

    /// @param texts check strings by their names
    /// @param asTheyWere what names mean that are not among those
    CheckReader(Map<String, String> texts, Map<String, Check> asTheyWere) {
        this.texts = texts;
        this.asTheyWere = asTheyWere;
    }

    /// @throws IllegalStateException where the rule, or one it refers to, cannot be understood
    Check named(String name) {
        var known = read.get(name);
        if (known != null) {
            return known;
        }
        var text = texts.get(name);
        if (text == null) {
            var usual = asTheyWere.get(name);
            if (usual == null) {
                throw new IllegalStateException("there is no rule " + name);
            }
            return usual;
        }
        if (!reading.add(name)) {
            throw new IllegalStateException("rule %s refers to itself".formatted(name));
        }
        var check = new Reading(name, text).whole();
        reading.remove(name);
        read.put(name, check);
        return check;
    }

    /// One check string, word by word.
    private final class Reading {

        private final String name;
        private final List<String> words;
        private int at;

        Reading(String name, String text) {
            this.name = name;
            this.words = WORD.matcher(text).results().map(MatchResult::group).toList();
        }

        Check whole() {
            if (words.isEmpty()) {
                return new Check.Always(true);
            }
            var check = any();
            if (at < words.size()) {
                throw refused(words.get(at));
            }
            return check;
        }

        private Check any() {
            var parts = new ArrayList<>(List.of(all()));
            while (accept("or")) {
                parts.add(all());
            }
            return parts.size() == 1 ? parts.getFirst() : new Check.Any(parts);
        }

        private Check all() {
            var parts = new ArrayList<>(List.of(one()));
            while (accept("and")) {
                parts.add(one());
            }
            return parts.size() == 1 ? parts.getFirst() : new Check.All(parts);
        }

        private Check one() {
            if (accept("not")) {
                return new Check.Not(one());
            }
            if (accept("(")) {
                var inner = any();
                if (!accept(")")) {
                    throw refused("a bracket that is not closed");
                }
                return inner;
            }
            if (at == words.size()) {
                throw refused("its end");
            }
            return plain(words.get(at++));
        }

        private boolean accept(String word) {
            var there = at < words.size() && words.get(at).equalsIgnoreCase(word);
            at += there ? 1 : 0;
            return there;
        }

        private Check plain(String word) {
            if (word.equals("@") || word.equals("!")) {
                return new Check.Always(word.equals("@"));
            }
            var colon = word.indexOf(':');
            if (colon < 1) {
                throw refused(word);
            }
            return of(word, word.substring(0, colon), word.substring(colon + 1));
        }

        private Check of(String word, String kind, String match) {
            return switch (kind) {
                case "role" -> new Check.HasRole(match);
                case "rule" -> named(match);
                case "system_scope" -> match.equals("all") ? new Check.OnSystem() : new Check.Always(false);
                case "None" -> new Check.Missing(ofTarget(word, match));
                default -> comparison(word, kind, match);
            };
        }

        private Check comparison(String word, String kind, String match) {
            var mine = MINE.get(kind);
            if (mine == null) {
                throw refused(word);
            }
            return match.startsWith("%") ? new Check.Same(mine, ofTarget(word, match)) : new Check.Is(mine, match);
        }

        private Function<Target, @Nullable String> ofTarget(String word, String match) {
            var place = OF_TARGET.matcher(match);
            if (!place.matches()) {
                throw refused(word);
            }
            var what = place.group(1).replace('.', '_');
            if (what.endsWith("user_id")) {
                return Target::userId;
            }
            if (what.endsWith("project_id") || what.endsWith("tenant_id")) {
                return Target::projectId;
            }
            if (what.endsWith("domain_id")) {
                return Target::domainId;
            }
            throw refused(word);
        }

        private IllegalStateException refused(String word) {
            return new IllegalStateException("rule %s cannot be understood at: %s".formatted(name, word));
        }
    }

    private static @Nullable String domain(Caller caller) {
        return caller.scope() instanceof Scope.Domain(var id, var _) ? id : null;
    }

    private static @Nullable String domainOfProject(Caller caller) {
        return caller.scope() instanceof Scope.Project project ? project.domainId() : null;
    }
}
