package org.cumulet.identity.token;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
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

    Directory(AccountService accounts, NodeService nodes) {
        this.accounts = accounts;
        this.nodes = nodes;
    }

    Optional<User> user(UserName name) {
        if (name.id() != null) {
            return accounts.find(name.id());
        }
        var plain = said("user", "name", name.name());
        return domain(said("user", "domain", name.domain())).flatMap(it -> accounts.findNamed(it.id(), plain));
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
