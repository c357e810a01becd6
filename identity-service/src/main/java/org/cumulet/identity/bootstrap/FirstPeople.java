package org.cumulet.identity.bootstrap;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.cumulet.auth.Roles;
import org.cumulet.identity.grant.Grant;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.grant.Holder;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.password.Passwords;
import org.cumulet.identity.policy.Reach;
import org.cumulet.identity.project.NewProject;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.NewRole;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.secret.Sealer;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.NewUser;
import org.cumulet.identity.user.User;
import org.cumulet.identity.wire.Extra;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The first domain, projects, roles and users: the admin, and each service under its own name.
@Singleton
class FirstPeople {

    private static final List<String> SERVICES = List.of("image", "inventory", "network", "compute", "batch");

    /// Their passwords change with the settings, and only so.
    private static final Map<String, Object> LASTING = Map.of(
            "ignore_change_password_upon_first_use", true,
            "ignore_password_expiry", true,
            "ignore_user_inactivity", true);

    private final BootstrapStore store;
    private final NodeService nodes;
    private final RoleService roles;
    private final AccountService accounts;
    private final HeldRolesService held;
    private final Passwords passwords;
    private final Sealer sealer;
    private final String adminPassword;
    private final String servicePassword;

    /// @param adminPassword of the user `admin`; a change in the settings is applied at the next start
    /// @param servicePassword by which the services log in; likewise
    FirstPeople(
            BootstrapStore store,
            NodeService nodes,
            RoleService roles,
            AccountService accounts,
            HeldRolesService held,
            Passwords passwords,
            Sealer sealer,
            @ConfigProperty(name = "cumulet.admin.password") String adminPassword,
            @ConfigProperty(name = "cumulet.service.password") String servicePassword) {
        this.store = store;
        this.nodes = nodes;
        this.roles = roles;
        this.accounts = accounts;
        this.held = held;
        this.passwords = passwords;
        this.sealer = sealer;
        this.adminPassword = adminPassword;
        this.servicePassword = servicePassword;
    }

    void ensure() {
        var domain = nodes.findDomain(Reach.DEFAULT_DOMAIN)
                .orElseGet(() -> nodes.addDomain(
                        Reach.DEFAULT_DOMAIN, NewProject.named("Default", "The domain that is there from the start.")));
        var admin = role(Roles.ADMIN);
        var member = role(Roles.MEMBER);
        var service = role(Roles.SERVICE);
        roles.imply(admin, member);
        roles.imply(member, role(Roles.READER));

        var operator = user("admin", adminPassword);
        give(
                operator,
                admin,
                new Place.Project(
                        project(domain, "admin", "For running the cloud.").id()));
        give(operator, admin, new Place.System());

        var services = new Place.Project(
                project(domain, "service", "What the services themselves use.").id());
        for (var name : SERVICES) {
            var user = user(name, servicePassword);
            give(user, admin, services);
            give(user, service, services);
        }
    }

    private Project project(Project domain, String name, String description) {
        return nodes.findProjectNamed(domain.id(), name)
                .orElseGet(() -> nodes.addProject(domain, NewProject.named(name, description)));
    }

    private Role role(String name) {
        return roles.findNamed(name).orElseGet(() -> roles.add(NewRole.lasting(name)));
    }

    private User user(String name, String password) {
        var isNews = store.isNews("password of " + name, sealer.print(name + ":" + password));
        var known = accounts.findNamed(Reach.DEFAULT_DOMAIN, name);
        if (known.isEmpty()) {
            var wish = NewUser.named(name, password, options(name));
            return accounts.add(Reach.DEFAULT_DOMAIN, wish, passwords.hash(password));
        }
        if (isNews) {
            accounts.setPassword(known.get().id(), passwords.hash(password));
        }
        return known.get();
    }

    /// Nobody locks a service out by guessing at its password.
    private static Map<String, Object> options(String name) {
        return SERVICES.contains(name)
                ? Extra.merge(LASTING, Map.of("ignore_lockout_failure_attempts", true))
                : LASTING;
    }

    private void give(User user, Role role, Place place) {
        held.give(new Grant(new Holder.User(user.id()), place, role.id()));
    }
}
