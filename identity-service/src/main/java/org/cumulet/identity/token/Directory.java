package org.cumulet.identity.token;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.directory.Directories;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.token.AuthRequest.DomainName;
import org.cumulet.identity.token.AuthRequest.UserName;
import org.cumulet.identity.token.WantedScope.ProjectName;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;
import org.jspecify.annotations.Nullable;

/// Finds what a login names. A name that says too little is refused as such: that gives nothing away.
@Singleton
class Directory {

    private final AccountService accounts;
    private final NodeService nodes;
    private final Directories directories;

    Directory(AccountService accounts, NodeService nodes, Directories directories) {
        this.accounts = accounts;
        this.nodes = nodes;
        this.directories = directories;
    }

    Optional<User> user(UserName name) {
        if (name.id() != null) {
            return accounts.find(name.id()).flatMap(this::asOfNow);
        }
        var plain = said("user", "name", name.name());
        return domain(said("user", "domain", name.domain())).flatMap(it -> named(it.id(), plain));
    }

    /// One that is gone from its directory is disabled here.
    private Optional<User> asOfNow(User user) {
        var id = user.directoryId().filter(_ -> directories.has(user.domainId()));
        if (id.isEmpty()) {
            return Optional.of(user);
        }
        directories.user(user.domainId(), id.get());
        return accounts.find(user.id());
    }

    /// In a directory nobody keeps names apart; one that several have is nobody's.
    private Optional<User> named(String domainId, String name) {
        if (!directories.has(domainId)) {
            return accounts.findNamed(domainId, name);
        }
        var found = directories.users(domainId, name);
        return found.size() == 1 ? accounts.find(found.getFirst()) : Optional.empty();
    }

    /// The domain that a login names, whether there is such a user or not.
    Optional<String> domainOf(UserName name, Optional<User> found) {
        return found.map(User::domainId)
                .or(() ->
                        Optional.ofNullable(name.domain()).flatMap(this::domain).map(Project::id));
    }

    /// Somebody who is in a directory is in it still, and its groups are those of now.
    void mustBeThere(String userId) {
        var user = accounts.find(userId).orElseThrow(Fault.Unauthorized::new);
        var now = asOfNow(user).filter(User::isEnabled).orElseThrow(Fault.Unauthorized::new);
        if (now.directoryId().isPresent()) {
            accounts.entersByDirectory(userId);
        }
    }

    Optional<Project> project(ProjectName name) {
        if (name.id() != null) {
            return nodes.findProject(name.id());
        }
        var plain = said("project", "name", name.name());
        return domain(said("project", "domain", name.domain())).flatMap(it -> nodes.findProjectNamed(it.id(), plain));
    }

    Optional<Project> domain(DomainName name) {
        return name.id() != null
                ? nodes.findDomain(name.id())
                : nodes.findDomainNamed(said("domain", "name", name.name()));
    }

    private static <T> T said(String of, String what, @Nullable T value) {
        if (value == null) {
            throw new Fault.BadRequest("Expecting to find %s in %s.".formatted(what, of));
        }
        return value;
    }
}
