package org.cumulet.systemtests.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A project with one member, and the quota, image, network and flavor that its servers need.
public final class Tenant {

    private static final byte[] BLANK_DISK = new byte[1 << 20];

    private final Cloud cloud;
    private final Credentials credentials;
    private final String project;
    private final String network;
    private final String image;
    private final String flavor;
    private Api api;

    private Tenant(Cloud cloud, String name, Flavor size) {
        var admin = cloud.admin();
        this.cloud = cloud;
        this.credentials = new Credentials(name, "secret of " + name, name);
        this.project = createProject(admin, credentials);
        this.flavor = size.create(admin, name);
        raiseQuota(admin);
        this.api = cloud.login(credentials);
        this.network = createNetwork(name + "-net", "10.20.0.0/16");
        this.image = createImage(name + "-image", BLANK_DISK);
    }

    public static Tenant join(Cloud cloud, String name) {
        return join(cloud, name, Flavor.SMALL);
    }

    public static Tenant join(Cloud cloud, String name, Flavor flavor) {
        return new Tenant(cloud, name, flavor);
    }

    /// What this person exports to a shell.
    public Map<String, String> environment() {
        return credentials.environment();
    }

    public Api api() {
        return api;
    }

    public String project() {
        return project;
    }

    public String network() {
        return network;
    }

    public String image() {
        return image;
    }

    public String flavor() {
        return flavor;
    }

    /// The same person, after a while or after the cloud was started again.
    public void loginAgain() {
        api = cloud.login(credentials);
    }

    /// Asks for so many servers in one request.
    public Answer launch(String name, int count) {
        return api.post("/compute/v2.1/servers", """
                {"server": {"name": "%s", "imageRef": "%s", "flavorRef": "%s", "networks": [{"uuid": "%s"}],
                            "min_count": %d, "max_count": %d}}
                """.formatted(name, image, flavor, network, count, count));
    }

    /// All of them, page by page.
    public List<Server> servers() {
        var servers = new ArrayList<Server>();
        var page = servers("");
        while (!page.isEmpty()) {
            servers.addAll(page);
            page = servers("?marker=" + servers.getLast().id());
        }
        return List.copyOf(servers);
    }

    private List<Server> servers(String after) {
        return api.get("/compute/v2.1/servers/detail" + after).all("servers").stream()
                .map(Server::new)
                .toList();
    }

    /// As many servers as there is room for.
    public void endQuota() {
        cloud.admin()
                .put(
                        "/compute/v2.1/os-quota-sets/" + project,
                        "{\"quota_set\": {\"instances\": -1, \"cores\": -1, \"ram\": -1}}")
                .expect(200);
        cloud.admin()
                .put("/network/v2.0/quotas/" + project, "{\"quota\": {\"port\": -1}}")
                .expect(200);
    }

    /// Those of servers; a network has some of its own.
    public List<JsonNode> ports() {
        return api.get("/network/v2.0/ports?device_owner=compute:nova").all("ports");
    }

    public void delete(Server server) {
        api.delete("/compute/v2.1/servers/" + server.id()).expect(204);
    }

    public String createNetwork(String name, String range) {
        var id = api.post("/network/v2.0/networks", "{\"network\": {\"name\": \"%s\"}}".formatted(name))
                .expect(201)
                .at("/network/id");
        api.post("/network/v2.0/subnets", """
                        {"subnet": {"network_id": "%s", "ip_version": 4, "cidr": "%s"}}
                        """.formatted(id, range)).expect(201);
        return id;
    }

    public String createImage(String name, byte[] bytes) {
        var id = api.post("/image/v2/images", """
                        {"name": "%s", "disk_format": "raw", "container_format": "bare"}
                        """.formatted(name)).expect(201).at("/id");
        api.put("/image/v2/images/" + id + "/file", bytes).expect(204);
        return id;
    }

    private void raiseQuota(Api admin) {
        admin.put(
                        "/compute/v2.1/os-quota-sets/" + project,
                        "{\"quota_set\": {\"instances\": 500, \"cores\": 500, \"ram\": 500000}}")
                .expect(200);
    }

    private static String createProject(Api admin, Credentials member) {
        var project = admin.post(
                        "/identity/v3/projects", "{\"project\": {\"name\": \"%s\"}}".formatted(member.project()))
                .expect(201)
                .at("/project/id");
        var user = admin.post(
                        "/identity/v3/users",
                        "{\"user\": {\"name\": \"%s\", \"password\": \"%s\"}}"
                                .formatted(member.user(), member.password()))
                .expect(201)
                .at("/user/id");
        var role = admin.get("/identity/v3/roles?name=member").expect(200).at("/roles/0/id");
        admin.put("/identity/v3/projects/%s/users/%s/roles/%s".formatted(project, user, role), "")
                .expect(204);
        return project;
    }
}
