package org.cumulet.compute.listing;

import static org.cumulet.compute.server.ServerRule.LIST_ADDRESSES;
import static org.cumulet.compute.server.ServerRule.SHOW;
import static org.cumulet.compute.server.ServerRule.SHOW_ADDRESSES;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.cumulet.compute.server.ServerAccess;

/// `/v2.1/servers`, to look at.
@Path("/compute/v2.1/servers")
@RunOnVirtualThread
class ServerResource {

    private final ListService lists;
    private final ServerAccess servers;
    private final ServerViews views;

    ServerResource(ListService lists, ServerAccess servers, ServerViews views) {
        this.lists = lists;
        this.servers = servers;
        this.views = views;
    }

    @GET
    public ServerView.Brief.Many list(UriInfo uri, @BeanParam PageQuery page) {
        return views.brief(lists.brief(uri.getQueryParameters(), page));
    }

    @GET
    @Path("detail")
    public ServerView.Many detail(UriInfo uri, @BeanParam PageQuery page) {
        return views.many(lists.detailed(uri.getQueryParameters(), page));
    }

    @GET
    @Path("{id}")
    public ServerView.One show(String id) {
        return new ServerView.One(views.one(servers.read(id, SHOW)));
    }

    @GET
    @Path("{id}/ips")
    public Addresses addresses(String id) {
        return new Addresses(AddressView.brief(servers.read(id, LIST_ADDRESSES)));
    }

    @GET
    @Path("{id}/ips/{network}")
    public Map<String, List<AddressView>> addresses(String id, String network) {
        var addresses = AddressView.brief(servers.read(id, SHOW_ADDRESSES)).get(network);
        if (addresses == null) {
            throw Fault.NotFound.saying("Instance is not a member of specified network");
        }
        return Map.of(network, addresses);
    }

    record Addresses(Map<String, List<AddressView>> addresses) {}
}
