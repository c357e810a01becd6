package org.cumulet.compute.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.OtherServices;
import org.cumulet.compute.Servers;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class ListTest {

    final Servers servers;

    String project;
    String flavor;
    String web;
    String database;
    String broken;

    ListTest(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void threeServers() {
        project = Api.freshProject();
        flavor = Api.flavor();
        web = create("web", flavor, ",\"tags\":[\"red\",\"blue\"],\"config_drive\":true");
        database = create("database", Api.flavor(), ",\"tags\":[\"red\"]");
        broken = create("web-broken", flavor, "");
        servers.launch(web, "10.1.0.7");
        servers.launch(database, "10.2.0.7");
        servers.failed(broken, "No room.", "");
    }

    @Nested
    class Filters {
        @ParameterizedTest
        @CsvSource({
            "'',web-broken+database+web",
            "name=web,web-broken+web",
            "name=^web$,web",
            "name=WEB,''",
            "status=ACTIVE,database+web",
            "status=active,database+web",
            "status=ACTIVE&status=ERROR,web-broken+database+web",
            "status=SHUTOFF,''",
            "image=" + OtherServices.IMAGE + ",web-broken+database+web",
            "image=x,''",
            "flavor=x,''",
            "ip=10.1,web",
            "ip=^10\\.2,database",
            "ip6=fe80,''",
            "tags=red,database+web",
            "'tags=red,blue',web",
            "'tags-any=blue,green',web",
            "not-tags=blue,web-broken+database",
            "not-tags-any=red,web-broken",
            "locked=true,''",
            "locked=false,web-broken+database+web",
            "vm_state=error,web-broken",
            "power_state=1,database+web",
            "config_drive=true,web",
            "changes-since=2020-01-01T00:00:00Z,web-broken+database+web",
            "changes-since=2120-01-01T00:00:00,''",
            "changes-before=2120-01-01,web-broken+database+web",
            "changes-before=2020-01-01 00:00:00+00:00,''",
            "host=compute-1,web-broken+database+web",
            "name=web&name=database,database"
        })
        void narrowTheList(String query, String names) {
            var encoded = query.replace(" ", "%20")
                    .replace("+", "%2B")
                    .replace("^", "%5E")
                    .replace("\\", "%5C");
            var found = Api.as(Api.member(project), "2.90")
                    .urlEncodingEnabled(false)
                    .get("/servers?limit=9&" + encoded)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("servers.name");
            assertThat(String.join("+", found)).isEqualTo(names);
        }

        @Test
        void byFlavorAndReservation() {
            assertThat(names("flavor=" + flavor)).containsExactly("web-broken", "web");
            var reservation = servers.read(web).reservation();
            assertThat(names("reservation_id=" + reservation)).containsExactly("web");
        }

        @Test
        void ofAdminsReachFurther() {
            var found = Api.as(Api.admin(project), "2.90")
                    .get("/servers?host=compute-1&uuid=" + web)
                    .then()
                    .statusCode(200);
            found.body("servers.name", equalTo(List.of("web")));
        }

        @ParameterizedTest
        @CsvSource({
            "2.1,name=[,400",
            "2.1,limit=-1,400",
            "2.1,limit=x,400",
            "2.1,marker=x,400",
            "2.1,marker=00000000-0000-4000-8000-000000000000,400",
            "2.1,sort_key=nonsense,400",
            "2.1,sort_key=display_name&sort_dir=up,400",
            "2.1,sort_dir=asc&sort_dir=asc,400",
            "2.1,changes-since=yesterday,400",
            "2.1,all_tenants=perhaps,400",
            "2.1,all_tenants=1,403",
            "2.1,all_tenants,403",
            "2.1,sort_key=host,403",
            "2.1,status=deleted,403",
            "2.1,status=nonsense,200",
            "2.38,status=nonsense,400",
            "2.1,nonsense=1,200",
            "2.75,nonsense=1,400",
            "2.75,tags=x,200",
            "2.73,locked=perhaps,400"
        })
        void withoutSenseAreRefused(String version, String query, int status) {
            Api.as(Api.member(project), version)
                    .urlEncodingEnabled(false)
                    .get("/servers/detail?" + query.replace("[", "%5B"))
                    .then()
                    .statusCode(status);
        }

        @Test
        void hideThoseThatAreGoneFromAllButAdmins() {
            servers.deleted(database);
            assertThat(names("limit=9")).containsExactly("web-broken", "web");
            assertThat(names("deleted=true")).containsExactly("web-broken", "web");
            assertThat(names("changes-since=2020-01-01T00:00:00Z")).containsExactly("web-broken", "database", "web");
            Api.as(Api.admin(project))
                    .get("/servers/detail?deleted=true")
                    .then()
                    .body("servers.name", equalTo(List.of("database")))
                    .body("servers.status", equalTo(List.of("DELETED")));
        }
    }

    @Nested
    class Pages {
        @Test
        void followOneAnother() {
            var seen = new ArrayList<String>();
            var next = "/servers/detail?limit=1&name=e";
            var answer =
                    Api.as(Api.member(project)).get(next).then().statusCode(200).extract();
            seen.addAll(answer.path("servers.name"));
            for (var link = answer.<String>path("servers_links[0].href"); link != null; ) {
                answer = Api.as(Api.member(project))
                        .basePath("")
                        .get(link)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(answer.path("servers.name"));
                link = answer.path("servers_links[0].href");
            }
            assertThat(seen).containsExactly("web-broken", "database", "web");
        }

        @ParameterizedTest
        @CsvSource({
            "sort_key=display_name&sort_dir=asc,database+web+web-broken",
            "sort_key=display_name,web-broken+web+database",
            "sort_key=vm_state&sort_dir=asc&sort_key=display_name&sort_dir=desc,web+database+web-broken",
            "sort_key=launched_at&sort_dir=desc&sort_key=uuid&sort_dir=asc,database+web+web-broken"
        })
        void areSorted(String query, String names) {
            var all = Api.as(Api.member(project))
                    .get("/servers?" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("servers.name");
            assertThat(String.join("+", all)).isEqualTo(names);
            var first = Api.as(Api.member(project))
                    .get("/servers?limit=1&" + query)
                    .then()
                    .extract()
                    .<String>path("servers[0].id");
            var rest = Api.as(Api.member(project))
                    .get("/servers?marker=%s&%s".formatted(first, query))
                    .then()
                    .extract()
                    .<List<String>>path("servers.name");
            assertThat(rest).isEqualTo(all.subList(1, 3));
        }

        @Test
        void doNotBeginInAnotherProject() {
            Api.as(TestTokens.stranger()).get("/servers?marker=" + web).then().statusCode(400);
        }
    }

    @Nested
    class AllProjects {
        @ParameterizedTest
        @ValueSource(strings = {"all_tenants=1", "all_tenants=True", "all_tenants"})
        void areForAdmins(String query) {
            Api.as(TestTokens.admin())
                    .get("/servers?limit=3&" + query)
                    .then()
                    .statusCode(200)
                    .body("servers.id", hasItem(web));
        }

        @Test
        void areNarrowedToOne() {
            Api.as(TestTokens.admin())
                    .get("/servers/detail?all_tenants=1&project_id=" + project)
                    .then()
                    .body("servers.name", equalTo(List.of("web-broken", "database", "web")));
            Api.as(TestTokens.admin())
                    .get("/servers?tenant_id=" + project)
                    .then()
                    .body("servers.size()", equalTo(3));
        }

        @Test
        void areNotForThoseWhoNameThem() {
            Api.as(TestTokens.stranger())
                    .get("/servers?project_id=" + project)
                    .then()
                    .statusCode(200)
                    .body("servers.id.contains('%s')".formatted(web), equalTo(false));
        }
    }

    private List<String> names(String query) {
        return Api.as(Api.member(project), "2.74")
                .get("/servers?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("servers.name");
    }

    private String create(String name, String size, String more) {
        return Api.as(Api.member(project), "2.52")
                .body("""
                        {"server":{"name":"%s","imageRef":"%s","flavorRef":"%s","networks":"none"%s}}""".formatted(name, OtherServices.IMAGE, size, more))
                .post("/servers")
                .then()
                .statusCode(202)
                .extract()
                .path("server.id");
    }
}
