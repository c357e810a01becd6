package org.cumulet.compute.listing;

import static org.cumulet.compute.server.ServerRule.SEE_HOST;
import static org.cumulet.compute.server.ServerRule.SEE_HOST_STATUS;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.server.HostId;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.LoginKey;
import org.cumulet.compute.server.SecurityGroupWish;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.web.Link;
import org.cumulet.compute.web.Links;
import org.jspecify.annotations.Nullable;

/// Shows servers to the caller: admins see hosts.
@Singleton
public class ServerViews {

    /// The one availability zone of a cloud.
    private static final String ZONE = "nova";

    private static final Set<String> WITH_PROGRESS = Set.of("ACTIVE", "BUILD");

    private final Links links;
    private final CurrentCaller caller;

    ServerViews(Links links, CurrentCaller caller) {
        this.links = links;
        this.caller = caller;
    }

    /// One server, everything.
    public ServerView one(Server server) {
        return view(server, AddressView.full(server), List.of(), more(server));
    }

    /// One server as older versions answer a change of it.
    public ServerView changed(Server server) {
        return view(server, AddressView.brief(server), List.of(), null);
    }

    ServerView.Many many(Page<Server> page) {
        return new ServerView.Many(
                page.map(server -> view(server, AddressView.full(server), null, more(server)))
                        .items(),
                next(page, "servers/detail"));
    }

    ServerView.Brief.Many brief(Page<Server> page) {
        return new ServerView.Brief.Many(
                page.map(server -> new ServerView.Brief(server.id(), server.name(), links.of("servers", server.id())))
                        .items(),
                next(page, "servers"));
    }

    private List<Link> next(Page<Server> page, String path) {
        return page.more() && !page.items().isEmpty()
                ? links.next(path, page.items().getLast().id().toString())
                : List.of();
    }

    private ServerView view(
            Server server,
            Map<String, List<AddressView>> addresses,
            @Nullable List<String> groups,
            ServerView.@Nullable More more) {
        return new ServerView(
                server.id(),
                server.name(),
                server.state().status(),
                server.project(),
                server.user(),
                server.metadata(),
                HostId.of(server),
                image(server),
                flavor(server),
                Times.SECONDS_Z.of(server.created()),
                Times.SECONDS_Z.of(server.updated()),
                addresses,
                server.accessIpv4().orElse(""),
                server.accessIpv6().orElse(""),
                links.of("servers", server.id()),
                progress(server),
                fault(server),
                server.diskConfig(),
                server.lock().isPresent(),
                server.description().orElse(null),
                server.tags(),
                null,
                groups,
                server.lockedReason().orElse(null),
                more);
    }

    private ServerView.ImageRef image(Server server) {
        return new ServerView.ImageRef(server.image(), List.of(links.bookmark("images", server.image())));
    }

    private ServerView.FlavorRef flavor(Server server) {
        var flavor = server.flavor();
        return new ServerView.FlavorRef(
                flavor.id(),
                List.of(links.bookmark("flavors", flavor.id())),
                flavor.name(),
                flavor.vcpus(),
                flavor.ram(),
                flavor.disk(),
                flavor.ephemeral(),
                flavor.swap(),
                flavor.extraSpecs());
    }

    private static @Nullable Integer progress(Server server) {
        return WITH_PROGRESS.contains(server.state().status()) ? 0 : null;
    }

    private ServerView.@Nullable FaultView fault(Server server) {
        return server.fault()
                .map(fault -> new ServerView.FaultView(
                        fault.code(),
                        Times.SECONDS_Z.of(fault.created()),
                        fault.message(),
                        caller.get().isAdmin() || fault.code() != 500 ? fault.details() : null))
                .orElse(null);
    }

    private ServerView.More more(Server server) {
        var state = server.state();
        return new ServerView.More(
                server.key().map(LoginKey::name).orElse(null),
                server.hasConfigDrive() ? "True" : "",
                zone(server),
                new ServerView.Progress(
                        state.vm().text(),
                        state.task() == null ? null : state.task().text(),
                        state.power().number()),
                new ServerView.Usage(
                        server.launched().map(Times.MICROS::of).orElse(null),
                        server.terminated().map(Times.MICROS::of).orElse(null)),
                List.of(),
                securityGroups(server),
                caller.may(SEE_HOST) ? attributes(server) : null,
                server.hostname(),
                caller.may(SEE_HOST_STATUS) ? hostStatus(server) : null);
    }

    private static String zone(Server server) {
        var asked = server.placement().zone();
        return asked == null ? server.host().map(_ -> ZONE).orElse("") : asked;
    }

    private static List<ServerView.GroupName> securityGroups(Server server) {
        if (server.nics().isEmpty()) {
            return List.of();
        }
        var wished =
                server.securityGroups().stream().map(SecurityGroupWish::name).distinct();
        var names = server.securityGroups().isEmpty() ? Stream.of("default") : wished;
        return names.map(ServerView.GroupName::new).toList();
    }

    private static ServerView.Attributes attributes(Server server) {
        var host = server.host().map(HostRef::name).orElse(null);
        return new ServerView.Attributes(
                host,
                host,
                server.domain(),
                server.reservation(),
                server.launchIndex(),
                "",
                "",
                Server.ROOT_DEVICE,
                server.userData().orElse(null),
                server.hostname());
    }

    /// Whether its host is well is inventory's to say.
    private static String hostStatus(Server server) {
        return server.host().map(_ -> "UNKNOWN").orElse("");
    }
}
