package org.cumulet.compute.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.cumulet.compute.template.TemplateRule.CHANGE;
import static org.cumulet.compute.template.TemplateRule.CREATE;
import static org.cumulet.compute.template.TemplateRule.DELETE;
import static org.cumulet.compute.template.TemplateRule.LIST;
import static org.cumulet.compute.template.TemplateRule.SEE_USER_DATA;
import static org.cumulet.compute.template.TemplateRule.SHOW;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.api.version.Microversion;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.create.WishService;
import org.cumulet.compute.quota.QuotaService;
import org.cumulet.compute.web.ComputeVersions;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;

/// What can be done with launch templates. What they say is looked at as if servers were launched of it at once, by
/// whoever writes it down.
@Singleton
class TemplateService {

    private static final int MAX_PAGE = 1000;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    /// What others say of a launch: how many, and what is known of each only once it is there.
    private static final List<String> NOT_HERE = List.of("min_count", "max_count", "return_reservation_id");

    private final TemplateStore store;
    private final TemplateVersionStore versions;
    private final WishService wishes;
    private final QuotaService quotas;
    private final TemplateSettings settings;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    TemplateService(
            TemplateStore store,
            TemplateVersionStore versions,
            WishService wishes,
            QuotaService quotas,
            TemplateSettings settings,
            CurrentCaller caller,
            @Service("compute") Outbox outbox,
            ObjectMapper json,
            @Service("compute") Clock clock) {
        this.store = store;
        this.versions = versions;
        this.wishes = wishes;
        this.quotas = quotas;
        this.settings = settings;
        this.caller = caller;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /// A template and one of its versions.
    ///
    /// @param server what it says of each server, as far as the caller may see it
    record Read(Template template, TemplateVersion version, ObjectNode server) {}

    @Transactional
    Page<Template> list(PageQuery query) {
        caller.must(LIST);
        var limit = query.limit(MAX_PAGE);
        return Page.of(store.after(caller.project(), query.marker().orElse(""), limit + 1), limit);
    }

    /// @param version a number, `latest` or `default`
    @Transactional
    Read show(String name, String version) {
        caller.must(SHOW);
        var template = found(name);
        return read(template, version(template, version));
    }

    @Transactional
    Page<Read> versions(String name, PageQuery query) {
        caller.must(SHOW);
        var template = found(name);
        var limit = query.limit(MAX_PAGE);
        var after = query.marker().map(TemplateService::number).orElse(0);
        return Page.of(versions.of(template.id(), after, limit + 1), limit).map(it -> read(template, it));
    }

    /// Other services are asked before the transaction, so that it is short.
    Read create(NewTemplate wish) {
        caller.must(CREATE);
        var first = checked(wish.name(), wish.first());
        return QuarkusTransaction.requiringNew().call(() -> {
            mustFit(wish.name());
            var template = new Template(UUID.randomUUID(), caller.project(), wish.name(), Times.now(clock));
            store.persist(template);
            outbox.publish(new TemplateEvent.Created(
                    template.id(), template.project(), caller.get().userId(), template.name(), template.created()));
            return add(template, 1, first);
        });
    }

    Read add(String name, NewVersion wish) {
        caller.must(CHANGE);
        var version = checked(show(name, "default").template().name(), wish);
        return QuarkusTransaction.requiringNew().call(() -> {
            var template = locked(name);
            if (versions.count(template.id()) >= settings.versions()) {
                throw new Fault.OverQuota("Quota exceeded for versions: launch template %s has %d of %d; delete one."
                        .formatted(template.name(), versions.count(template.id()), settings.versions()));
            }
            var number = template.grow(version.becomesDefault(), Times.now(clock));
            outbox.publish(TemplateEvent.Changed.of(template, template.updated()));
            return add(template, number, version);
        });
    }

    @Transactional
    Read change(String name, TemplateChange change) {
        caller.must(CHANGE);
        var template = locked(name);
        var version = version(template, Integer.toString(change.defaultVersion()));
        template.mean(version.number(), Times.now(clock));
        outbox.publish(TemplateEvent.Changed.of(template, template.updated()));
        return read(template, version);
    }

    /// Servers that were launched of it stay; jobs have taken what they need when they were accepted.
    @Transactional
    void delete(String name) {
        caller.must(DELETE);
        var template = locked(name);
        store.delete(template);
        outbox.publish(new TemplateEvent.Deleted(template.id(), template.project(), template.name(), Times.now(clock)));
    }

    /// @throws Fault.Conflict for the one that is meant where nobody says a version
    @Transactional
    void delete(String name, String number) {
        caller.must(DELETE);
        var template = locked(name);
        var version = version(template, number);
        if (version.number() == template.defaultVersion()) {
            throw new Fault.Conflict("Version %d of launch template %s is its default: make another one the default."
                    .formatted(version.number(), template.name()));
        }
        versions.delete(version);
        outbox.publish(TemplateEvent.Changed.of(template, Times.now(clock)));
    }

    private Read add(Template template, int number, NewVersion wish) {
        var version = new TemplateVersion(
                new TemplateVersion.Id(template.id(), number),
                wish,
                wish.servers(),
                Microversion.current().orElse(ComputeVersions.MAXIMUM).toString(),
                caller.get().userId(),
                Times.now(clock));
        versions.persist(version);
        return read(template, version);
    }

    /// What launching servers of it would refuse is refused.
    ///
    /// @return the same, with a name for the servers
    private NewVersion checked(String template, NewVersion wish) {
        var server = wish.server();
        if (server.has("adminPass")) {
            throw new Fault.BadRequest("A launch template keeps no password (adminPass): use key_name.");
        }
        NOT_HERE.stream().filter(server::has).findFirst().ifPresent(member -> {
            throw new Fault.BadRequest("A launch template says how many by its count (%s).".formatted(member));
        });
        if (!server.has("name")) {
            server.put("name", template + "-{index}");
        }
        if (server.toString().getBytes(UTF_8).length > settings.largest().asLongValue()) {
            throw new Fault.OverQuota("Quota exceeded for size: a launch template holds up to %d bytes."
                    .formatted(settings.largest().asLongValue()));
        }
        wishes.mustBePossible(first(server), wish.servers());
        return wish;
    }

    /// As its first server would be described.
    private ObjectNode first(ObjectNode server) {
        return parsed(server.toString().replace("{index}", "1").replace("{name}", "server-1"));
    }

    private void mustFit(String name) {
        var project = caller.project();
        quotas.lock(project);
        if (store.named(project, name).isPresent()) {
            throw new Fault.Conflict("Launch template '%s' already exists.".formatted(name));
        }
        if (store.count(project) >= settings.perProject()) {
            throw new Fault.OverQuota("Quota exceeded for launch templates: this project has %d of %d."
                    .formatted(store.count(project), settings.perProject()));
        }
    }

    private Template locked(String name) {
        var template = found(name);
        store.lock(template);
        return template;
    }

    private Template found(String name) {
        var project = caller.project();
        return (ID.matcher(name).matches()
                        ? store.withId(project, UUID.fromString(name))
                        : store.named(project, name.replace("\0", "")))
                .orElseThrow(() -> new Fault.NotFound("Launch template", shortened(name)));
    }

    private TemplateVersion version(Template template, String text) {
        var number = switch (text) {
            case "default" -> template.defaultVersion();
            case "latest" -> template.latestVersion();
            default -> NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        };
        return versions.find(template.id(), number)
                .orElseThrow(() -> new Fault.NotFound(
                        "Version", "%s of launch template %s".formatted(shortened(text), template.name())));
    }

    private Read read(Template template, TemplateVersion version) {
        var server = parsed(version.server());
        if (!caller.may(SEE_USER_DATA)) {
            server.remove("user_data");
        }
        return new Read(template, version, server);
    }

    private ObjectNode parsed(String server) {
        try {
            return (ObjectNode) json.readTree(server);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String marker) {
        if (!NUMBER.matcher(marker).matches()) {
            throw new Fault.BadRequest("marker [%s] not found".formatted(shortened(marker)));
        }
        return Integer.parseInt(marker);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 80));
    }
}
