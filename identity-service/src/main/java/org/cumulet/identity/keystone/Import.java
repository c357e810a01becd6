package org.cumulet.identity.keystone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.identity.keystone.Dump.Row;
import org.cumulet.identity.keystone.KeystoneStore.Node;
import org.cumulet.identity.keystone.KeystoneStore.Person;
import org.cumulet.identity.project.ProjectEvent;
import org.cumulet.identity.store.News;
import org.cumulet.identity.user.UserEvent;
import org.jspecify.annotations.Nullable;

/// One dump on its way in: domains, roles, projects, users, groups, and then who belongs where. Domains, projects and
/// roles of a name that is taken are taken to be the same; users and groups are not, since that would give somebody
/// else's rights away.
final class Import {

    /// Tables that are read, or whose rows are counted as left.
    static final Set<String> TABLES = Set.of(
            "project",
            "project_tag",
            "project_option",
            "role",
            "role_option",
            "implied_role",
            "user",
            "local_user",
            "nonlocal_user",
            "federated_user",
            "password",
            "user_option",
            "group",
            "user_group_membership",
            "assignment",
            "system_assignment",
            "credential",
            "application_credential",
            "trust",
            "identity_provider",
            "endpoint",
            "limit",
            "registered_limit");

    private static final Map<String, String> NOT_READ = Map.of(
            "credential", "credentials are sealed with keys of that Keystone",
            "application_credential", "their users make new ones",
            "trust", "their users make new ones",
            "identity_provider", "they are registered anew",
            "endpoint", "this cloud has a catalog of its own",
            "limit", "they belong to services of that cloud",
            "registered_limit", "they belong to services of that cloud");

    private static final String ROOT = "<<keystone.domain.root>>";
    private static final String NO_DOMAIN = "<<null>>";
    private static final Map<String, String> OPTIONS = Map.of(
            "1000", "ignore_change_password_upon_first_use",
            "1001", "ignore_password_expiry",
            "1002", "ignore_lockout_failure_attempts",
            "1003", "lock_password",
            "1004", "ignore_user_inactivity",
            "MFAR", "multi_factor_auth_rules");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dump dump;
    private final KeystoneStore store;
    private final News news;
    private final Clock clock;
    private final Report report = new Report();
    private final Map<String, String> nodes = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private final Set<String> users = new HashSet<>();
    private final Set<String> groups = new HashSet<>();

    Import(Dump dump, KeystoneStore store, News news, Clock clock) {
        this.dump = dump;
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    Report run() {
        if (!dump.hasTable("user") || !dump.hasTable("project") || !dump.hasTable("role")) {
            throw new Fault.BadRequest(
                    "This is no dump of a Keystone database: it has no tables user, project and role.");
        }
        domains();
        roles();
        projects();
        users();
        groups();
        dump.rows("user_group_membership").forEach(this::membership);
        dump.rows("implied_role").forEach(this::implication);
        dump.rows("assignment").forEach(this::assignment);
        dump.rows("system_assignment").forEach(this::systemAssignment);
        NOT_READ.forEach((table, why) -> report.left(table, dump.rows(table).size(), why));
        return report;
    }

    private void domains() {
        dump.rows("project").stream()
                .filter(row -> row.is("is_domain") && !row.text("id").equals(ROOT))
                .forEach(row -> node("domain", row, null, null));
    }

    /// Parents before children.
    private void projects() {
        var waiting = dump.rows("project").stream()
                .filter(row -> !row.is("is_domain") && !row.text("id").equals(ROOT))
                .collect(Collectors.toCollection(ArrayList::new));
        for (var before = -1; before != waiting.size(); ) {
            before = waiting.size();
            waiting.removeIf(this::project);
        }
        waiting.forEach(row -> left("project", row, "its domain or its parent is not here"));
    }

    /// False where it must wait for its parent.
    private boolean project(Row row) {
        var domain = nodes.get(row.text("domain_id"));
        var parent = row.get("parent_id") == null ? domain : nodes.get(row.text("parent_id"));
        if (domain == null || parent == null) {
            return false;
        }
        node("project", row, domain, parent);
        return true;
    }

    private void node(String kind, Row row, @Nullable String domain, @Nullable String parent) {
        var id = row.text("id");
        var known = store.node(id, domain, row.text("name"));
        if (report.count(kind, known.isEmpty())) {
            store.addNode(id, domain, parent, nodeOf(row, id));
            if (domain != null) {
                news.tell(new ProjectEvent.Created(id, row.text("name"), domain, row.is("enabled"), Times.now(clock)));
            }
        }
        nodes.put(id, known.orElse(id));
    }

    private Node nodeOf(Row row, String id) {
        var tags = dump.rows("project_tag").stream()
                .filter(tag -> tag.text("project_id").equals(id))
                .map(tag -> tag.text("name"))
                .sorted()
                .toList();
        return new Node(row.text("name"), said(row), row.is("enabled"), tags, immutable("project", id), extra(row));
    }

    private void roles() {
        for (var row : dump.rows("role")) {
            var domain = row.get("domain_id");
            var isGlobal = domain == null || domain.equals(NO_DOMAIN);
            var here = isGlobal ? null : nodes.get(domain);
            if (!isGlobal && here == null) {
                left("role", row, "its domain is not here");
                continue;
            }
            var id = row.text("id");
            var known = store.role(id, here, row.text("name"));
            if (report.count("role", known.isEmpty())) {
                store.addRole(id, here, row.text("name"), row.get("description"), immutable("role", id), extra(row));
            }
            roles.put(id, known.orElse(id));
        }
    }

    private void users() {
        var locals = byKey("local_user", "user_id");
        var outside = Set.copyOf(byKey("nonlocal_user", "user_id").keySet());
        var federated = Set.copyOf(byKey("federated_user", "user_id").keySet());
        var passwords = newest();
        var options = dump.rows("user_option").stream().collect(Collectors.groupingBy(row -> row.text("user_id")));
        for (var row : dump.rows("user")) {
            var id = row.text("id");
            var local = locals.get(id);
            if (local == null) {
                report.left("user", id, null, whyNot(outside.contains(id), federated.contains(id)));
                continue;
            }
            user(row, local, passwords.get(local.text("id")), options.getOrDefault(id, List.of()));
        }
    }

    private static String whyNot(boolean outside, boolean federated) {
        if (outside) {
            return "it belongs to an outside directory, such as LDAP";
        }
        return federated ? "it logs in through an identity provider" : "it has no name";
    }

    private void user(Row row, Row local, @Nullable Row password, List<Row> options) {
        var id = row.text("id");
        var name = local.text("name");
        var domain = nodes.get(local.text("domain_id"));
        if (domain == null) {
            report.left("user", id, name, "its domain is not here");
            return;
        }
        var known = store.user(id, domain, name);
        if (known.isPresent() && !known.get().equals(id)) {
            report.left("user", id, name, "there is another user of this name: " + known.get());
            return;
        }
        users.add(id);
        if (report.count("user", known.isEmpty())) {
            store.addUser(id, domain, person(row, id, name, password, options));
            news.tell(new UserEvent.Created(id, name, domain, row.is("enabled"), Times.now(clock)));
        }
    }

    private Person person(Row row, String id, String name, @Nullable Row password, List<Row> options) {
        var hash = password == null ? null : hash(password, id, name);
        var project = row.get("default_project_id");
        return new Person(
                name,
                row.is("enabled"),
                hash,
                hash == null ? null : moment(password, "created_at_int", clock.instant()),
                hash == null ? null : moment(password, "expires_at_int", null),
                password != null && password.is("self_service"),
                project == null ? null : nodes.get(project),
                options(options),
                extra(row));
    }

    private @Nullable String hash(Row password, String id, String name) {
        var hash = password.get("password_hash");
        if (hash != null && hash.matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}")) {
            return hash;
        }
        if (hash != null) {
            report.left("password", id, name, "it is hashed by another means than bcrypt: an admin sets a new one");
        }
        return null;
    }

    /// Keystone counts microseconds.
    private static @Nullable Instant moment(@Nullable Row row, String column, @Nullable Instant otherwise) {
        var micros = row == null ? null : row.get(column);
        return micros == null ? otherwise : Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    private Map<String, Row> newest() {
        var newest = new HashMap<String, Row>();
        dump.rows("password").stream()
                .sorted(Comparator.comparingLong((Row row) -> number(row, "created_at_int"))
                        .thenComparingLong(row -> number(row, "id")))
                .forEach(row -> newest.put(row.text("local_user_id"), row));
        return newest;
    }

    private static long number(Row row, String column) {
        var value = row.get(column);
        return value == null ? 0 : Long.parseLong(value);
    }

    private void groups() {
        for (var row : dump.rows("group")) {
            var id = row.text("id");
            var domain = nodes.get(row.text("domain_id"));
            if (domain == null) {
                left("group", row, "its domain is not here");
                continue;
            }
            var known = store.group(id, domain, row.text("name"));
            if (known.isPresent() && !known.get().equals(id)) {
                left("group", row, "there is another group of this name: " + known.get());
                continue;
            }
            groups.add(id);
            if (report.count("group", known.isEmpty())) {
                store.addGroup(id, domain, row.text("name"), said(row), extra(row));
            }
        }
    }

    private void membership(Row row) {
        var user = row.text("user_id");
        var group = row.text("group_id");
        if (users.contains(user) && groups.contains(group)) {
            report.count("membership", store.addMember(group, user));
        } else {
            report.left("membership", user, null, "its user or its group " + group + " has not come");
        }
    }

    private void implication(Row row) {
        var prior = roles.get(row.text("prior_role_id"));
        var implied = roles.get(row.text("implied_role_id"));
        if (prior != null && implied != null) {
            report.count("implied_role", store.addImplied(prior, implied));
        } else {
            report.left("implied_role", row.text("prior_role_id"), null, "one of its roles has not come");
        }
    }

    private void assignment(Row row) {
        var type = row.text("type");
        grant(
                row,
                type.startsWith("User"),
                type.endsWith("Domain") ? "DOMAIN" : "PROJECT",
                nodes.get(row.text("target_id")));
    }

    private void systemAssignment(Row row) {
        grant(row, row.text("type").startsWith("User"), "SYSTEM", null);
    }

    private void grant(Row row, boolean toUser, String place, @Nullable String node) {
        var actor = row.text("actor_id");
        var role = roles.get(row.text("role_id"));
        var isHere = (toUser ? users : groups).contains(actor);
        if (role == null || !isHere || node == null && !place.equals("SYSTEM")) {
            report.left("assignment", actor, row.text("type"), "who holds it, its role or its place has not come");
            return;
        }
        report.count(
                "assignment",
                store.addGrant(toUser ? actor : null, toUser ? null : actor, place, node, role, row.is("inherited")));
    }

    private boolean immutable(String kind, String id) {
        return dump.rows(kind + "_option").stream()
                .anyMatch(row -> row.text(kind + "_id").equals(id)
                        && row.text("option_id").equals("IMMU")
                        && "true".equals(row.get("option_value")));
    }

    /// Their values are JSON.
    private static Map<String, Object> options(List<Row> rows) {
        var options = new LinkedHashMap<String, Object>();
        for (var row : rows) {
            var name = OPTIONS.get(row.text("option_id"));
            var value = read(row.get("option_value"), new TypeReference<@Nullable Object>() {}, row);
            if (name != null && value != null && !Boolean.FALSE.equals(value)) {
                options.put(name, value);
            }
        }
        return options;
    }

    private static String said(Row row) {
        var description = row.get("description");
        return description == null ? "" : description;
    }

    private static Map<String, Object> extra(Row row) {
        var extra = read(row.get("extra"), new TypeReference<@Nullable Map<String, Object>>() {}, row);
        return extra == null ? Map.of() : extra;
    }

    private static <T> @Nullable T read(@Nullable String text, TypeReference<T> type, Row row) {
        try {
            return text == null || text.isBlank() ? null : JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new Fault.BadRequest("The dump has an attribute that is no JSON, in a row with "
                            + row.values().keySet())
                    .because(e);
        }
    }

    private void left(String kind, Row row, String why) {
        report.left(kind, row.text("id"), row.get("name"), why);
    }

    private Map<String, Row> byKey(String table, String key) {
        return dump.rows(table).stream()
                .collect(Collectors.toMap(row -> row.text(key), Function.identity(), (_, last) -> last));
    }
}
