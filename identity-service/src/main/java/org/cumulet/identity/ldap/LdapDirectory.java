package org.cumulet.identity.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.ldap.LdapOptions.Kind;
import org.cumulet.identity.wire.Listed;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The directory of one domain, which is only ever read. Few ask it at a time: one that does not answer keeps nobody
/// waiting but those who want something of it.
final class LdapDirectory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LdapDirectory.class);

    /// Members of a group, and of groups within it, in Active Directory.
    private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    private static final int LONGEST = 255;

    private final String domainId;
    private final LdapOptions options;
    private final Semaphore turns = new Semaphore(LdapConnections.MOST, true);
    private final LDAPConnectionPool pool;

    /// Nothing is asked yet.
    ///
    /// @throws LDAPException when an address is none
    /// @throws IllegalArgumentException when an option has a value that it cannot have
    LdapDirectory(String domainId, LdapOptions options) throws LDAPException {
        this.domainId = domainId;
        this.options = options;
        this.pool = new LdapConnections(options).pool();
    }

    LdapOptions options() {
        return options;
    }

    List<FoundUser> users(@Nullable String name) {
        return search(Kind.USER, named(Kind.USER, name)).stream()
                .flatMap(it -> user(it).stream())
                .limit(options.listLimit())
                .toList();
    }

    /// Nothing where several have this id: nobody can say who is meant.
    Optional<FoundUser> user(String id) {
        var found = search(Kind.USER, Filter.createEqualityFilter(options.idAttribute(Kind.USER), id));
        if (found.size() > 1) {
            LOG.warnf("several users of the directory of domain %s have one id", domainId);
            return Optional.empty();
        }
        return found.stream().flatMap(it -> user(it).stream()).findFirst();
    }

    List<FoundGroup> groups(@Nullable String name) {
        return search(Kind.GROUP, named(Kind.GROUP, name)).stream()
                .flatMap(it -> group(it).stream())
                .limit(options.listLimit())
                .toList();
    }

    Optional<FoundGroup> group(String id) {
        return search(Kind.GROUP, Filter.createEqualityFilter(options.idAttribute(Kind.GROUP), id)).stream()
                .flatMap(it -> group(it).stream())
                .findFirst();
    }

    List<FoundGroup> groupsOf(FoundUser user) {
        var member = options.membersAreIds() ? user.id() : user.dn();
        var filter = options.isNested()
                ? Filter.createExtensibleMatchFilter(options.memberAttribute(), IN_CHAIN, false, member)
                : Filter.createEqualityFilter(options.memberAttribute(), member);
        return search(Kind.GROUP, filter).stream()
                .flatMap(it -> group(it).stream())
                .toList();
    }

    /// The users in a group.
    List<FoundUser> members(FoundGroup group) {
        if (options.isNested()) {
            return search(Kind.USER, Filter.createExtensibleMatchFilter("memberOf", IN_CHAIN, false, group.dn()))
                    .stream()
                    .flatMap(it -> user(it).stream())
                    .toList();
        }
        var members = new LinkedHashSet<String>();
        group.members().forEach(it -> members.add(options.membersAreIds() ? it : normal(it)));
        return users(null).stream()
                .filter(it -> members.contains(options.membersAreIds() ? it.id() : normal(it.dn())))
                .toList();
    }

    /// Whether this is the password of who has this name in the directory. None is never right: a directory would take
    /// it for nobody's.
    boolean knows(String dn, String password) {
        if (password.isEmpty()) {
            return false;
        }
        return inTurn(() -> {
            try {
                pool.bindAndRevertAuthentication(dn, password);
                return true;
            } catch (LDAPException e) {
                if (!e.getResultCode().isConnectionUsable() || e.getResultCode().equals(ResultCode.BUSY)) {
                    throw e;
                }
                return false;
            }
        });
    }

    /// A name in the directory that nobody has.
    String nobody() {
        return "cn=nobody-at-all," + options.tree(Kind.USER);
    }

    @Override
    public void close() {
        pool.close();
    }

    private @Nullable Filter named(Kind kind, @Nullable String name) {
        return name == null ? null : Filter.createEqualityFilter(options.nameAttribute(kind), name);
    }

    /// What is said to a directory.
    private interface Question<T> {
        T ask() throws LDAPException;
    }

    private <T> T inTurn(Question<T> question) {
        try {
            if (!turns.tryAcquire(options.timeoutMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable("too many wait for it");
            }
            try {
                return question.ask();
            } catch (LDAPException | IllegalArgumentException e) {
                throw unavailable(e.getMessage()).because(e);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted").because(e);
        }
    }

    private Fault unavailable(@Nullable String why) {
        LOG.warnf("the directory of domain %s gives no answer: %s", domainId, why);
        return new Fault.Unavailable("The directory of this domain gives no answer; try again later.");
    }

    private List<SearchResultEntry> search(Kind kind, @Nullable Filter wanted) {
        return inTurn(() -> {
            var filter = Filter.createANDFilter(Stream.of(
                            Optional.ofNullable(wanted),
                            Optional.of(Filter.createEqualityFilter("objectClass", options.objectClass(kind))),
                            own(kind))
                    .flatMap(Optional::stream)
                    .toList());
            var request = new SearchRequest(
                    options.tree(kind), options.scope(), options.dereference(), 0, 0, false, filter, attributes(kind));
            return options.pageSize() == 0 ? all(request) : paged(request);
        });
    }

    private Optional<Filter> own(Kind kind) throws LDAPException {
        var own = options.filter(kind);
        return own.isPresent() ? Optional.of(Filter.create(own.get())) : Optional.empty();
    }

    /// A list that the directory cuts is cut here too.
    private List<SearchResultEntry> all(SearchRequest request) throws LDAPException {
        try {
            return pool.search(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED) && e.getSearchEntries() != null) {
                return e.getSearchEntries();
            }
            throw e;
        }
    }

    private List<SearchResultEntry> paged(SearchRequest request) throws LDAPException {
        var found = new ArrayList<SearchResultEntry>();
        var connection = pool.getConnection();
        try {
            ASN1OctetString next = null;
            do {
                request.setControls(new SimplePagedResultsControl(options.pageSize(), next, true));
                var answer = connection.search(request);
                found.addAll(answer.getSearchEntries());
                var control = SimplePagedResultsControl.get(answer);
                next = control != null && control.moreResultsToReturn() ? control.getCookie() : null;
            } while (next != null && found.size() < Listed.MOST);
        } catch (LDAPException e) {
            pool.releaseConnectionAfterException(connection, e);
            throw e;
        }
        pool.releaseConnection(connection);
        return found;
    }

    private String[] attributes(Kind kind) {
        var both =
                Stream.of(options.idAttribute(kind), options.nameAttribute(kind), options.descriptionAttribute(kind));
        var own = kind == Kind.USER
                ? Stream.of(options.mailAttribute(), options.enabledAttribute())
                : Stream.of(options.memberAttribute());
        return Stream.concat(both, own).toArray(String[]::new);
    }

    /// One without id or name, or with one that cannot be kept, is nobody here.
    private Optional<FoundUser> user(SearchResultEntry entry) {
        var id = entry.getAttributeValue(options.idAttribute(Kind.USER));
        var name = entry.getAttributeValue(options.nameAttribute(Kind.USER));
        if (id == null || name == null || isTooLong(id, name)) {
            return Optional.empty();
        }
        return Optional.of(new FoundUser(
                entry.getDN(),
                id,
                name,
                options.isEnabled(entry.getAttributeValue(options.enabledAttribute())),
                entry.getAttributeValue(options.mailAttribute()),
                entry.getAttributeValue(options.descriptionAttribute(Kind.USER))));
    }

    private Optional<FoundGroup> group(SearchResultEntry entry) {
        var id = entry.getAttributeValue(options.idAttribute(Kind.GROUP));
        var name = entry.getAttributeValue(options.nameAttribute(Kind.GROUP));
        var members = entry.getAttributeValues(options.memberAttribute());
        if (id == null || name == null || isTooLong(id, name)) {
            return Optional.empty();
        }
        return Optional.of(new FoundGroup(
                entry.getDN(),
                id,
                name,
                entry.getAttributeValue(options.descriptionAttribute(Kind.GROUP)),
                members == null ? List.of() : Arrays.asList(members)));
    }

    private static boolean isTooLong(String id, String name) {
        return id.length() > LONGEST || name.length() > LONGEST;
    }

    private static String normal(String dn) {
        try {
            return new DN(dn).toNormalizedString();
        } catch (LDAPException e) {
            return dn;
        }
    }
}
