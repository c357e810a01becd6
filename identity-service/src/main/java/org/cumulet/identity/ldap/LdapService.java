package org.cumulet.identity.ldap;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.unboundid.ldap.sdk.LDAPException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.IdentitySettings;
import org.cumulet.identity.audit.Changed;
import org.cumulet.identity.directory.Directories;
import org.cumulet.identity.domainconfig.DomainConfigService;
import org.cumulet.identity.group.GroupService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Brings users and groups of LDAP directories here, as far as somebody asks for them.
@ApplicationScoped
public class LdapService implements Directories {

    private static final Logger LOG = Logger.getLogger(LdapService.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final String ALL = "all";
    private static final String NOBODY = "nobody-at-all";

    private final DomainConfigService configs;
    private final AccountService accounts;
    private final GroupService groups;
    private final IdentitySettings settings;
    private final Map<String, LdapDirectory> open = new ConcurrentHashMap<>();
    private final LoadingCache<String, Map<String, Map<String, @Nullable Object>>> configured;

    LdapService(DomainConfigService configs, AccountService accounts, GroupService groups, IdentitySettings settings) {
        this.configs = configs;
        this.accounts = accounts;
        this.groups = groups;
        this.settings = settings;
        this.configured = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(REMEMBERED)
                .build(_ -> configs.directories());
    }

    void begin(@Observes StartupEvent started, Scheduler scheduler, LdapSettings own) {
        scheduler
                .newJob("directories")
                .setInterval(own.check().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> check())
                .schedule();
    }

    void forget(@Observes Changed something) {
        configured.invalidateAll();
    }

    @PreDestroy
    void close() {
        open.values().forEach(LdapDirectory::close);
    }

    @Override
    public boolean has(String domainId) {
        return configured.get(ALL).containsKey(domainId);
    }

    @Override
    public List<String> users(String domainId, @Nullable String name) {
        return accounts.keep(
                domainId,
                directory(domainId).users(name).stream().map(LdapService::kept).toList());
    }

    @Override
    public boolean user(String domainId, String directoryId) {
        var directory = directory(domainId);
        var found = directory.user(directoryId);
        if (found.isEmpty()) {
            accounts.lose(domainId, directoryId);
            return false;
        }
        var inGroups =
                directory.groupsOf(found.get()).stream().map(LdapService::kept).toList();
        var id = accounts.keep(domainId, List.of(kept(found.get()))).getFirst();
        groups.keepIn(domainId, id, inGroups, settings.tokenLife());
        return true;
    }

    @Override
    public List<String> groups(String domainId, @Nullable String name) {
        return groups.keep(
                domainId,
                directory(domainId).groups(name).stream().map(LdapService::kept).toList());
    }

    @Override
    public Optional<List<String>> members(String domainId, String groupDirectoryId) {
        var directory = directory(domainId);
        return directory.group(groupDirectoryId).map(group -> {
            groups.keep(domainId, List.of(kept(group)));
            return accounts.keep(
                    domainId,
                    directory.members(group).stream().map(LdapService::kept).toList());
        });
    }

    @Override
    public boolean knows(String domainId, @Nullable String directoryId, String password) {
        var directory = directory(domainId);
        var found = directory.user(directoryId == null ? NOBODY : directoryId).filter(_ -> directoryId != null);
        return directory.knows(found.map(FoundUser::dn).orElseGet(directory::nobody), password) && found.isPresent();
    }

    /// Who has come in of late and is in the directory no more, or disabled, or out of a group, loses its tokens.
    private void check() {
        open.keySet().stream().filter(it -> !has(it)).toList().forEach(this::leave);
        configured.get(ALL).keySet().forEach(domainId -> {
            try {
                accounts.enteredSince(domainId, settings.tokenLife()).forEach(id -> user(domainId, id));
            } catch (Fault.Unavailable later) {
                LOG.debugf("the users of domain %s are checked later", domainId);
            }
        });
    }

    private void leave(String domainId) {
        open.computeIfPresent(domainId, (_, directory) -> {
            directory.close();
            return null;
        });
    }

    private static User.Kept kept(FoundUser user) {
        return new User.Kept(user.id(), user.name(), user.enabled(), user.extra());
    }

    private static GroupService.Kept kept(FoundGroup group) {
        return new GroupService.Kept(group.id(), group.name(), group.description());
    }

    /// As its options are now.
    private LdapDirectory directory(String domainId) {
        var options = configured.get(ALL).get(domainId);
        if (options == null) {
            throw new Fault.Unavailable("The directory of this domain is there no more.");
        }
        return open.compute(domainId, (_, known) -> {
            var wanted = new LdapOptions(options);
            if (known != null && known.options().equals(wanted)) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return opened(domainId, wanted);
        });
    }

    private static LdapDirectory opened(String domainId, LdapOptions options) {
        try {
            return new LdapDirectory(domainId, options);
        } catch (LDAPException | IllegalArgumentException e) {
            LOG.warnf("the options of the directory of domain %s cannot be: %s", domainId, e.getMessage());
            throw new Fault.Unavailable("The options of the directory of this domain cannot be: see identity's log.")
                    .because(e);
        }
    }
}
