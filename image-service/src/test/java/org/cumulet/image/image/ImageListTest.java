package org.cumulet.image.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.image.Samples;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ImageTest
class ImageListTest {

    private final String project = UUID.randomUUID().toString().replace("-", "");
    private final Api api = Api.of(project);
    private final String own = "?owner=" + project;

    @Nested
    class APage {

        @BeforeEach
        void withSevenImages() {
            for (var name : List.of("c", "a", "g", "b", "e", "d", "f")) {
                api.raw("name", name);
            }
        }

        @Test
        void looksLikeThePublishedSample() throws Exception {
            var list = api.list(own).statusCode(200).contentType("application/json");

            Samples.assertLike(list, Samples.read("images-list-response"));
            var first = new ObjectMapper().readTree(list.extract().asString()).at("/images/0");
            var theirs = Samples.read("images-list-response").at("/images/0");
            assertThat(first.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(theirs::fieldNames);
            list.body("schema", is("/v2/schemas/images")).body("first", is("/v2/images" + own));
        }

        @Test
        void beginsWithTheNewest() {
            assertThat(api.names(own)).containsExactly("f", "d", "e", "b", "g", "a", "c");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "sort=name:asc",
                    "sort=name:desc",
                    "sort=created_at:asc",
                    "sort=size",
                    "sort=disk_format:asc,name:desc",
                    "sort=name",
                    "sort_key=name&sort_dir=asc",
                    "sort_key=status&sort_key=name&sort_dir=asc&sort_dir=desc",
                    "sort_key=id",
                    "sort=updated_at:asc,created_at:desc",
                    ""
                })
        void leadsToTheNextOneWithoutLossOrRepetition(String sort) {
            var all = api.names(own + "&" + sort);

            for (var size : List.of(1, 2, 3, 7)) {
                assertThat(follow(own + "&limit=" + size + "&" + sort))
                        .isEqualTo(all)
                        .hasSize(7);
            }
        }

        private List<String> follow(String query) {
            var names = new ArrayList<String>();
            for (var next = "/v2/images" + query; next != null; ) {
                var page = api.list(next.substring("/v2/images".length())).statusCode(200);
                names.addAll(page.extract().path("images.name"));
                next = page.extract().path("next");
            }
            return names;
        }

        @Test
        void knowsWhereItBeginsAndWhereItGoesOn() {
            var page = api.list(own + "&limit=2&sort=name:asc&tag=").statusCode(200);

            page.body("images", empty())
                    .body("first", is("/v2/images?limit=2&owner=" + project + "&sort=name%3Aasc&tag="));
            api.list(own + "&limit=7").body("$", not(hasKey("next")));
            api.list(own + "&limit=6").body("next", startsWith("/v2/images?limit=6&owner=" + project + "&marker="));
            api.list(own + "&limit=0").body("images", empty()).body("$", not(hasKey("next")));
        }

        @Test
        void isSortedByEachKey() {
            assertThat(api.names(own + "&sort=name:asc")).containsExactly("a", "b", "c", "d", "e", "f", "g");
            assertThat(api.names(own + "&sort=status:asc,name:desc"))
                    .containsExactly("g", "f", "e", "d", "c", "b", "a");
            assertThat(api.names(own + "&sort=created_at:asc")).containsExactly("c", "a", "g", "b", "e", "d", "f");
        }

        @Test
        void isNoLongerThanTwentyFiveUnlessAskedFor() {
            for (var number = 0; number < 20; number++) {
                api.raw("name", "n" + number);
            }

            assertThat(api.names(own)).hasSize(25);
            assertThat(api.names(own + "&limit=999999")).hasSize(27);
        }
    }

    @Nested
    class AFilter {

        private String a;
        private String b;

        @BeforeEach
        void onTwoImages() {
            a = api.active(new byte[100], "name", "image:a", "tags", List.of("x", "y"), "hw", "1", "min_disk", 3);
            b = api.raw(
                    "name",
                    "b, c",
                    "tags",
                    List.of("y"),
                    "hw",
                    "2",
                    "protected",
                    true,
                    "disk_format",
                    "qcow2",
                    "min_ram",
                    9);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "name=image:a",
                    "name=eq:image:a",
                    "name=in:image:a,z",
                    "status=active",
                    "status=in:active,killed",
                    "tag=x",
                    "tag=x&tag=y",
                    "hw=1",
                    "size=100",
                    "size_min=100",
                    "size_max=100",
                    "min_disk=3",
                    "protected=false",
                    "disk_format=raw",
                    "disk_format=in:raw,iso",
                    "checksum=6d0bb00954ceb7fbee436bb55a8397a9",
                    "virtual_size=100"
                })
        void findsTheFirst(String filter) {
            assertThat(api.names(own + "&" + filter)).containsExactly("image:a");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "name=b,%20c",
                    "name=in:%22b,%20c%22",
                    "status=queued",
                    "hw=2",
                    "protected=true",
                    "protected=True",
                    "disk_format=qcow2",
                    "min_ram=9"
                })
        void findsTheSecond(String filter) {
            assertThat(api.names(own + "&" + filter)).containsExactly("b, c");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "tag=y", "container_format=bare", "created_at=gt:2020-01-01T00:00:00Z",
                            "created_at=lt:2199-01-01T00:00:00Z",
                    "updated_at=gte:2020-01-01T00:00:00", "created_at=neq:2020-01-01T00:00:00Z", "visibility=shared",
                            "visibility=all",
                    "os_hidden=false"
                })
        void findsBoth(String filter) {
            assertThat(api.names(own + "&" + filter)).containsExactly("b, c", "image:a");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "name=IMAGE:A",
                    "name=image",
                    "name=in:",
                    "status=nonsense",
                    "tag=z",
                    "hw=3",
                    "nothing=1",
                    "size=99",
                    "size_min=101",
                    "size_max=99",
                    "id=5",
                    "disk_format=nonsense",
                    "visibility=private",
                    "visibility=public",
                    "os_hidden=true",
                    "created_at=gt:2199-01-01T00:00:00Z",
                    "owner=x",
                    "name=%27%20or%201=1--",
                    "%27%3Bdrop%20table%20image--=1"
                })
        void findsNone(String filter) {
            assertThat(api.names(own + "&" + filter)).isEmpty();
        }

        @Test
        void byIdFindsThatOne() {
            assertThat(api.names(own + "&id=" + a.toUpperCase())).containsExactly("image:a");
            assertThat(api.names(own + "&id=in:" + a + "," + b)).hasSize(2);
        }

        @Test
        void byTheTimeThatWasShownFindsTheImage() {
            String shown = api.show(a).extract().path("created_at");

            assertThat(api.names(own + "&name=image:a&created_at=" + shown)).hasSize(1);
            assertThat(api.names(own + "&name=image:a&created_at=gte:" + shown + "&created_at=lte:" + shown))
                    .hasSize(1);
        }

        @Test
        void bySizeTellsTheTwoLimitsApart() {
            assertThat(api.names(own + "&size_min=50&size_max=150")).containsExactly("image:a");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=x",
                "limit=1.5",
                "marker=x",
                "marker=00000000-0000-0000-0000-000000000000",
                "sort=nonsense",
                "sort=name:up",
                "sort=",
                "sort_key=nonsense",
                "sort_dir=up",
                "sort=name&sort_key=name",
                "sort_key=name&sort_key=id&sort_dir=asc&sort_dir=asc&sort_dir=asc",
                "visibility=nonsense",
                "member_status=nonsense",
                "os_hidden=maybe",
                "protected=1",
                "size_min=x",
                "size_max=-1",
                "min_disk=x",
                "created_at=yesterday",
                "created_at=gt:",
                "updated_at=gte:2020-13-01T00:00:00Z",
                "changes-since=2020-01-01",
                "name=%00",
                "tag=%00",
                "x%00=1"
            })
    void aQueryThatMakesNoSenseIsRefused(String query) {
        Api.reader().list("?" + query).statusCode(400);
    }

    @Nested
    class AStranger {

        private final Api stranger = Api.of(UUID.randomUUID().toString().replace("-", ""));

        @ParameterizedTest
        @CsvSource({
            "private, '', 0", "private, visibility=private, 0", "private, visibility=all, 0",
            "shared, '', 0", "shared, visibility=shared, 0", "shared, visibility=shared&member_status=all, 0",
            "community, '', 0", "community, visibility=community, 1", "community, visibility=all, 1",
            "public, '', 1", "public, visibility=public, 1", "public, visibility=community, 0"
        })
        void seesOfAnImageInAListWhatItsVisibilityAllows(String visibility, String query, int seen) {
            var id = Api.admin().raw("visibility", visibility, "owner", project);

            assertThat(stranger.names("?id=" + id + "&" + query)).hasSize(seen);
        }

        @ParameterizedTest
        @CsvSource({"'', 1", "visibility=community, 1", "visibility=all, 1", "visibility=public, 0"})
        void isNotTheOwnerWhoSeesItsOwn(String query, int seen) {
            var id = api.raw("visibility", "community");

            assertThat(api.names("?id=" + id + "&" + query)).hasSize(seen);
        }

        @Test
        void cannotUseAnothersImageAsAMarker() {
            stranger.list("?marker=" + api.raw()).statusCode(400);
        }
    }

    @Nested
    class AnAdmin {

        @Test
        void seesAllImages() {
            var id = api.raw("visibility", "private");

            assertThat(Api.admin().list("?id=" + id).extract().<List<Object>>path("images"))
                    .hasSize(1);
            new Api(TestTokens.system("admin", "member", "reader"))
                    .list("?id=" + id)
                    .statusCode(200)
                    .body("images", hasSize(1));
        }
    }

    @Nested
    class AHiddenImage {

        @Test
        void isOnlyInTheListOfHiddenOnes() {
            api.raw("name", "hidden", "os_hidden", true);
            var id = api.raw("name", "shown");

            assertThat(api.names(own)).containsExactly("shown");
            assertThat(api.names(own + "&os_hidden=True")).containsExactly("hidden");
            api.patch(id, Api.replace("/os_hidden", true)).statusCode(200);
            api.list(own + "&os_hidden=true")
                    .body("images.os_hidden", everyItem(is(true)))
                    .body("images", hasSize(2));
        }
    }

    @Test
    void aSharedImageIsInTheListOfItsMembersAsTheyAnswer() {
        var id = Api.member().raw();
        Api.member().share(id, project).statusCode(200);
        var shared = "?id=" + id + "&visibility=shared";

        assertThat(counts(id, shared)).isEqualTo(Map.of("", 0, "pending", 1, "accepted", 0, "rejected", 0, "all", 1));
        api.answer(id, project, "accepted").statusCode(200);
        assertThat(counts(id, shared)).isEqualTo(Map.of("", 1, "pending", 0, "accepted", 1, "rejected", 0, "all", 1));
        api.answer(id, project, "rejected").statusCode(200);
        assertThat(counts(id, shared)).isEqualTo(Map.of("", 0, "pending", 0, "accepted", 0, "rejected", 1, "all", 1));
        api.show(id).statusCode(200);
    }

    private Map<String, Integer> counts(String id, String shared) {
        return Map.of(
                "", api.names("?id=" + id).size(),
                "pending", api.names(shared + "&member_status=pending").size(),
                "accepted", api.names(shared + "&member_status=accepted").size(),
                "rejected", api.names(shared + "&member_status=rejected").size(),
                "all", api.names(shared + "&member_status=all").size());
    }
}
