package org.cumulet.image.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.image.Api.IMAGES;
import static org.cumulet.image.Api.add;
import static org.cumulet.image.Api.remove;
import static org.cumulet.image.Api.replace;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.image.Samples;
import org.cumulet.image.Together;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ImageTest
class ImageRecordsTest {

    /// A project without images.
    private static final String EMPTY = "44444444444444444444444444444444";

    private final Api member = Api.member();
    private final Api admin = Api.admin();

    @Nested
    class ANewImage {

        @Test
        void looksLikeThePublishedSample() {
            var created = member.create(Map.of("name", "Ubuntu", "disk_format", "raw", "container_format", "bare"));

            created.statusCode(201).contentType("application/json");
            Samples.assertLike(created, Samples.read("image-create-response"), "locations");
        }

        @Test
        void waitsForItsBytes() {
            var created = member.create(Map.of("name", "Ubuntu", "disk_format", "raw", "container_format", "bare"));

            String id = created.extract().path("id");
            created.header("Location", endsWith("/image/v2/images/" + id))
                    .header("Location", startsWith("http"))
                    .header("OpenStack-image-import-methods", nullValue())
                    .header("x-openstack-request-id", startsWith("req-"))
                    .body("status", is("queued"))
                    .body("visibility", is("shared"))
                    .body("owner", is(TestTokens.PROJECT))
                    .body("size", nullValue())
                    .body("virtual_size", nullValue())
                    .body("checksum", nullValue())
                    .body("os_hash_algo", nullValue())
                    .body("os_hash_value", nullValue())
                    .body("os_hidden", is(false))
                    .body("protected", is(false))
                    .body("min_disk", is(0))
                    .body("min_ram", is(0))
                    .body("tags", empty())
                    .body("created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                    .body("self", is("/v2/images/" + id))
                    .body("file", is("/v2/images/" + id + "/file"))
                    .body("schema", is("/v2/schemas/image"));
        }

        @Test
        void neednotHaveAnything() {
            member.create(Map.of())
                    .statusCode(201)
                    .body("name", nullValue())
                    .body("disk_format", nullValue())
                    .body("container_format", nullValue());
        }

        @Test
        void hasItsPropertiesBesideEverythingElse() {
            var created = member.create(Map.of(
                    "name", "with properties",
                    "owner_specified.openstack.md5", "",
                    "owner_specified.openstack.object", "images/with properties",
                    "hw_disk_bus", "scsi",
                    "ramdisk_id", "00000000-1111-2222-3333-444455556666",
                    "description", "two\nlines"));

            created.statusCode(201)
                    .body("'owner_specified.openstack.md5'", emptyString())
                    .body("'owner_specified.openstack.object'", is("images/with properties"))
                    .body("hw_disk_bus", is("scsi"))
                    .body("ramdisk_id", is("00000000-1111-2222-3333-444455556666"))
                    .body("description", is("two\nlines"))
                    .body("$", not(hasKey("properties")));
        }

        @Test
        void isFoundAgainAsItWasAnswered() {
            var created = member.create(Map.of(
                    "name",
                    "Ünïcödé 🐧",
                    "tags",
                    List.of("b", "a", "b"),
                    "min_disk",
                    3,
                    "min_ram",
                    64,
                    "os_hidden",
                    true));

            var found = member.show(created.extract().path("id")).statusCode(200);

            assertThat(found.extract().asString()).isEqualTo(created.extract().asString());
            found.body("tags", containsInAnyOrder("a", "b"))
                    .body("name", is("Ünïcödé 🐧"))
                    .body("min_disk", is(3));
        }

        @Test
        void mayHaveAnIdOfTheCallersChoiceOnceAndForAll() {
            var id = UUID.randomUUID().toString();

            member.create(Map.of("id", id)).statusCode(201).body("id", is(id));
            member.create(Map.of("id", id)).statusCode(409).body("message", is("Image ID " + id + " already exists!"));
            member.delete(id).statusCode(204);
            member.create(Map.of("id", id)).statusCode(409);
            Api.stranger().create(Map.of("id", id)).statusCode(409);
        }

        @Test
        void getsTheIdOfItsChoiceBeforeAllOthersThatWantItAtTheSameTime() {
            var id = UUID.randomUUID().toString();

            var statuses = Together.times(
                    8,
                    number -> (number % 2 == 0 ? member : Api.stranger())
                            .create(Map.of("id", id))
                            .extract()
                            .statusCode());

            assertThat(statuses)
                    .containsOnlyOnce(201)
                    .filteredOn(status -> status != 201)
                    .containsOnly(409);
        }

        @Test
        void mayBelongToSomebodyElseOnlyIfAnAdminSaysSo() {
            admin.create(Map.of("owner", TestTokens.OTHER_PROJECT))
                    .statusCode(201)
                    .body("owner", is(TestTokens.OTHER_PROJECT));
            member.create(Map.of("owner", TestTokens.OTHER_PROJECT)).statusCode(403);
        }

        @ParameterizedTest
        @CsvSource({"private, 201, 201", "shared, 201, 201", "community, 201, 201", "public, 403, 201"})
        void isForEverybodyOnlyIfAnAdminSaysSo(String visibility, int forMember, int forAdmin) {
            member.create(Map.of("visibility", visibility)).statusCode(forMember);
            admin.create(Map.of("visibility", visibility)).statusCode(forAdmin);
        }

        @Test
        void hasALimitedNumberOfPropertiesAndTags() {
            var project = Api.of(EMPTY);
            var properties = new java.util.HashMap<String, Object>();
            IntStream.range(0, 129).forEach(number -> properties.put("p" + number, "x"));
            var tags = IntStream.range(0, 129).mapToObj(number -> "t" + number).toList();

            project.create(properties)
                    .statusCode(413)
                    .body(
                            "message",
                            is(
                                    "The limit has been exceeded on the number of allowed image properties. Attempted: 129, Maximum: 128"));
            project.create(Map.of("tags", tags)).statusCode(413);
            project.create(Map.of("a", "x".repeat(40_000), "b", "x".repeat(30_000)))
                    .statusCode(413);
            assertThat(project.names("?owner=" + EMPTY)).isEmpty();
        }
    }

    @Nested
    class AWishThatMakesNoSense {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "\"text\"",
                    "5",
                    "{",
                    "{\"name\": \"a\", \"name\": \"b\"}",
                    "{\"name\": 5}",
                    "{\"name\": [\"a\"]}",
                    "{\"name\": \"a\\u0000b\"}",
                    "{\"name\": \"a\\nb\"}",
                    "{\"disk_format\": \"wrong\"}",
                    "{\"disk_format\": 5}",
                    "{\"container_format\": \"wrong\"}",
                    "{\"visibility\": \"wrong\"}",
                    "{\"visibility\": null}",
                    "{\"visibility\": \"PUBLIC\"}",
                    "{\"protected\": \"true\"}",
                    "{\"protected\": 1}",
                    "{\"protected\": null}",
                    "{\"os_hidden\": \"False\"}",
                    "{\"min_disk\": -1}",
                    "{\"min_disk\": \"1\"}",
                    "{\"min_disk\": 1.5}",
                    "{\"min_ram\": 2147483648}",
                    "{\"min_ram\": null}",
                    "{\"tags\": \"a\"}",
                    "{\"tags\": [5]}",
                    "{\"tags\": null}",
                    "{\"tags\": [\"a\\u0000\"]}",
                    "{\"id\": \"no-uuid\"}",
                    "{\"id\": null}",
                    "{\"id\": 5}",
                    "{\"property\": 5}",
                    "{\"property\": null}",
                    "{\"property\": {\"a\": \"b\"}}",
                    "{\"property\": \"a\\u0000\"}",
                    "{\"a\\u0000\": \"b\"}",
                    "{\"\": \"b\"}",
                    "{\"kernel_id\": \"no-uuid\"}"
                })
        void changesNothing(String body) {
            var project = Api.of(EMPTY);

            project.as()
                    .contentType("application/json")
                    .body(body)
                    .post(IMAGES)
                    .then()
                    .statusCode(400);

            assertThat(project.names("?owner=" + EMPTY)).isEmpty();
        }

        @Test
        void isTooLongInAnyPart() {
            var project = Api.of(EMPTY);

            for (var key : List.of("name", "tags")) {
                var text = "x".repeat(256);
                project.create(Map.of(key, key.equals("tags") ? List.of(text) : text))
                        .statusCode(400);
            }
            project.create(Map.of("p".repeat(256), "x")).statusCode(400);
            project.create(Map.of("p", "x".repeat(65536))).statusCode(400);
            assertThat(project.names("?owner=" + EMPTY)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "status",
                    "checksum",
                    "size",
                    "virtual_size",
                    "os_hash_algo",
                    "os_hash_value",
                    "created_at",
                    "updated_at",
                    "self",
                    "file",
                    "schema",
                    "direct_url",
                    "stores",
                    "location",
                    "locations",
                    "deleted",
                    "deleted_at",
                    "os_glance_foo"
                })
        void triesToSayWhatOnlyWeSay(String key) {
            member.create(Map.of(key, "x")).statusCode(403).body("message", containsString("'" + key + "' is re"));
        }

        @Test
        void isNoJson() {
            member.as().contentType("text/plain").body("{}").post(IMAGES).then().statusCode(415);
        }
    }

    @Nested
    class AChange {

        @Test
        void isAnsweredLikeThePublishedSample() {
            var id = member.raw("name", "Fedora");

            var changed = member.as()
                    .contentType(Api.PATCH)
                    .body(Samples.read("image-update-request").toString())
                    .patch(IMAGES + "/" + id)
                    .then();

            changed.statusCode(200)
                    .contentType("application/json")
                    .body("name", is("Fedora 17"))
                    .body("tags", containsInAnyOrder("fedora", "beefy"));
            Samples.assertLike(changed, Samples.read("image-update-response"));
            assertThat(member.show(id).extract().asString())
                    .isEqualTo(changed.extract().asString());
        }

        @Test
        void canDoAllOperations() {
            var id = member.raw("old", "1", "gone", "2");

            member.patch(
                            id,
                            add("/new", "3"),
                            add("/old", "4"),
                            replace("/old", "5"),
                            remove("/gone"),
                            add("/with~1slash~0tilde", "6"),
                            replace("/min_disk", 7),
                            replace("/protected", true),
                            add("/os_hidden", true),
                            replace("/disk_format", "qcow2"),
                            replace("/tags", List.of("a")))
                    .statusCode(200)
                    .body("new", is("3"))
                    .body("old", is("5"))
                    .body("$", not(hasKey("gone")))
                    .body("'with/slash~tilde'", is("6"))
                    .body("min_disk", is(7))
                    .body("protected", is(true))
                    .body("os_hidden", is(true))
                    .body("disk_format", is("qcow2"))
                    .body("tags", contains("a"));
        }

        @Test
        void canBeSaidInTheOlderDialect() {
            var id = member.raw("old", "1", "gone", "2");
            var older = Api.OLD_PATCH;
            var changes = List.of(
                    Map.of("add", "/new", "value", "3"),
                    Map.of("replace", "/name", "value", "newer"),
                    Map.of("remove", "/gone"));

            member.as()
                    .contentType(older)
                    .body(changes)
                    .patch(IMAGES + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("new", is("3"))
                    .body("name", is("newer"))
                    .body("$", not(hasKey("gone")));
            member.as()
                    .contentType(older)
                    .body(List.of(Map.of("add", "/new", "value", "4")))
                    .patch(IMAGES + "/" + id)
                    .then()
                    .statusCode(409);
            member.show(id).body("new", is("3"));
        }

        @Test
        void happensAltogetherOrNotAtAll() {
            var id = member.raw("name", "before");
            var before = member.show(id).extract().asString();

            member.patch(id, replace("/name", "after"), remove("/nothing")).statusCode(409);

            assertThat(member.show(id).extract().asString()).isEqualTo(before);
        }

        @Test
        void ofNothingIsFine() {
            member.patch(member.raw()).statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "{}",
                    "[5]",
                    "[null]",
                    "[{}]",
                    "[{\"op\": \"add\"}]",
                    "[{\"op\": \"add\", \"path\": \"/a\"}]",
                    "[{\"op\": \"move\", \"path\": \"/a\", \"from\": \"/b\"}]",
                    "[{\"op\": \"test\", \"path\": \"/a\", \"value\": \"b\"}]",
                    "[{\"op\": 5, \"path\": \"/a\", \"value\": \"b\"}]",
                    "[{\"op\": \"add\", \"path\": 5, \"value\": \"b\"}]",
                    "[{\"op\": \"add\", \"path\": \"a\", \"value\": \"b\"}]",
                    "[{\"op\": \"add\", \"path\": \"/\", \"value\": \"b\"}]",
                    "[{\"op\": \"add\", \"path\": \"/a/b\", \"value\": \"b\"}]",
                    "[{\"op\": \"add\", \"path\": \"/tags/-\", \"value\": \"b\"}]",
                    "[{\"op\": \"add\", \"path\": \"/a~2\", \"value\": \"b\"}]",
                    "[{\"op\": \"add\", \"path\": \"/a\", \"value\": 5}]",
                    "[{\"op\": \"add\", \"path\": \"/a\", \"value\": null}]",
                    "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": 5}]",
                    "[{\"op\": \"replace\", \"path\": \"/visibility\", \"value\": \"secret\"}]",
                    "[{\"op\": \"replace\", \"path\": \"/protected\", \"value\": \"true\"}]",
                    "[{\"op\": \"replace\", \"path\": \"/min_ram\", \"value\": -1}]",
                    "[{\"op\": \"replace\", \"path\": \"/tags\", \"value\": {}}]"
                })
        void thatMakesNoSenseChangesNothing(String body) {
            var id = member.raw("name", "before");
            var before = member.show(id).extract().asString();

            member.as()
                    .contentType(Api.PATCH)
                    .body(body)
                    .patch(IMAGES + "/" + id)
                    .then()
                    .statusCode(400);

            assertThat(member.show(id).extract().asString()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/id",
                    "/status",
                    "/checksum",
                    "/size",
                    "/virtual_size",
                    "/os_hash_algo",
                    "/os_hash_value",
                    "/created_at",
                    "/updated_at",
                    "/self",
                    "/file",
                    "/schema",
                    "/direct_url",
                    "/stores",
                    "/locations",
                    "/location",
                    "/deleted",
                    "/os_glance_foo"
                })
        void ofWhatOnlyWeSayIsRefused(String path) {
            var id = member.raw();
            var before = member.show(id).extract().asString();

            for (var operation : List.of(add(path, "x"), replace(path, "x"), remove(path))) {
                member.patch(id, operation).statusCode(403);
            }

            assertThat(member.show(id).extract().asString()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/name", "/owner", "/visibility", "/disk_format", "/min_disk", "/protected", "/tags"})
        void cannotRemoveWhatEveryImageHas(String path) {
            member.patch(member.raw(), remove(path)).statusCode(403);
        }

        @Test
        void ofWhatIsNotThereIsAConflict() {
            var id = member.raw();

            member.patch(id, replace("/nothing", "x")).statusCode(409);
            member.patch(id, remove("/nothing")).statusCode(409);
        }

        @Test
        void needsItsContentType() {
            var id = member.raw();

            for (var type : List.of("application/json", "application/json-patch+json", "text/plain")) {
                member.as()
                        .contentType(type)
                        .body("[]")
                        .patch(IMAGES + "/" + id)
                        .then()
                        .statusCode(415);
            }
        }

        @Test
        void ofTheOwnerIsForAdmins() {
            var id = member.raw();

            member.patch(id, replace("/owner", TestTokens.OTHER_PROJECT)).statusCode(403);
            member.show(id).body("owner", is(TestTokens.PROJECT));
            admin.patch(id, replace("/owner", TestTokens.OTHER_PROJECT)).statusCode(200);
            member.show(id).statusCode(404);
        }

        @Test
        void toPublicIsForAdmins() {
            var id = member.raw();

            member.patch(id, replace("/visibility", "public")).statusCode(403);
            member.patch(id, replace("/visibility", "community")).statusCode(200);
            admin.patch(id, replace("/visibility", "public")).statusCode(200);
            member.patch(id, replace("/name", "still mine")).statusCode(200).body("visibility", is("public"));
        }

        @Test
        void ofTheFormatIsOverOnceTheBytesAreThere() {
            var id = member.active(new byte[] {1, 2, 3});

            member.patch(id, replace("/disk_format", "qcow2")).statusCode(403);
            member.patch(id, replace("/container_format", "ova")).statusCode(403);
            member.patch(id, replace("/disk_format", "raw"), replace("/name", "x"))
                    .statusCode(200);
        }

        @Test
        void inTwentyPiecesAtTheSameTimeLosesNothing() {
            var id = member.raw();
            Together.times(
                    20, number -> member.patch(id, add("/p" + number, "x")).statusCode(200));

            Map<String, Object> image = member.show(id).extract().path("$");
            assertThat(image.keySet()).filteredOn(key -> key.matches("p\\d+")).hasSize(20);
        }
    }

    @Nested
    class ATag {

        @Test
        void canBeAddedAndRemoved() {
            var id = member.raw("tags", List.of("old"));

            member.as()
                    .put(IMAGES + "/" + id + "/tags/new")
                    .then()
                    .statusCode(204)
                    .body(emptyString());
            member.as().put(IMAGES + "/" + id + "/tags/new").then().statusCode(204);
            member.show(id).body("tags", contains("old", "new"));
            member.as().delete(IMAGES + "/" + id + "/tags/old").then().statusCode(204);
            member.as().delete(IMAGES + "/" + id + "/tags/old").then().statusCode(404);
            member.show(id).body("tags", contains("new"));
        }

        @Test
        void hasToBeOne() {
            var id = member.raw();

            member.as()
                    .put(IMAGES + "/" + id + "/tags/" + "x".repeat(256))
                    .then()
                    .statusCode(400);
            member.as()
                    .urlEncodingEnabled(false)
                    .put(IMAGES + "/" + id + "/tags/a%00b")
                    .then()
                    .statusCode(400);
            member.show(id).body("tags", empty());
        }

        @Test
        void isOneTooManySometime() {
            var id = member.raw(
                    "tags",
                    IntStream.range(0, 128).mapToObj(number -> "t" + number).toList());

            member.as().put(IMAGES + "/" + id + "/tags/more").then().statusCode(413);
            member.as().put(IMAGES + "/" + id + "/tags/t5").then().statusCode(204);
        }
    }

    @Nested
    class ADeletedImage {

        @Test
        void isGone() {
            var id = member.raw();

            member.delete(id).statusCode(204).body(emptyString());

            member.show(id).statusCode(404);
            member.delete(id).statusCode(404);
            member.patch(id, replace("/name", "x")).statusCode(404);
            member.upload(id, new byte[1]).statusCode(404);
            admin.show(id).statusCode(404);
            member.as().put(IMAGES + "/" + id + "/tags/x").then().statusCode(404);
        }

        @Test
        void wasNotProtected() {
            var id = member.raw("protected", true);

            member.delete(id)
                    .statusCode(403)
                    .body("message", is("Image " + id + " is protected and cannot be deleted."));
            member.show(id).statusCode(200);
            member.patch(id, replace("/protected", false)).statusCode(200);
            member.delete(id).statusCode(204);
        }
    }

    @Nested
    class AnImageOfAnotherProject {

        @ParameterizedTest
        @ValueSource(strings = {"private", "shared"})
        void isNotFoundWhateverIsTried(String visibility) {
            var id = member.raw("visibility", visibility);
            var before = member.show(id).extract().asString();
            var stranger = Api.stranger();
            var path = IMAGES + "/" + id;

            stranger.show(id).statusCode(404).body("message", equalTo("No image found with ID " + id));
            stranger.patch(id, replace("/name", "mine")).statusCode(404);
            stranger.delete(id).statusCode(404);
            stranger.upload(id, new byte[1]).statusCode(404);
            stranger.download(id).statusCode(404);
            stranger.as().put(path + "/tags/x").then().statusCode(404);
            stranger.as().delete(path + "/tags/x").then().statusCode(404);
            stranger.as().post(path + "/actions/deactivate").then().statusCode(404);
            stranger.as().post(path + "/actions/reactivate").then().statusCode(404);
            stranger.share(id, "x").statusCode(404);
            stranger.as().get(path + "/members").then().statusCode(404);
            assertThat(member.show(id).extract().asString()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(strings = {"public", "community"})
        void thatIsForEverybodyCanBeSeenAndNotTouched(String visibility) {
            var id = admin.active(new byte[] {1}, "visibility", visibility);
            var before = admin.show(id).extract().asString();
            var stranger = Api.stranger();
            var path = IMAGES + "/" + id;

            stranger.show(id).statusCode(200);
            stranger.download(id).statusCode(200);
            stranger.patch(id, replace("/name", "mine")).statusCode(403);
            stranger.delete(id).statusCode(403);
            stranger.upload(id, new byte[1]).statusCode(403);
            stranger.as().put(path + "/tags/x").then().statusCode(403);
            stranger.as().delete(path + "/tags/x").then().statusCode(403);
            stranger.as().post(path + "/actions/deactivate").then().statusCode(403);
            stranger.share(id, "x").statusCode(403);
            assertThat(admin.show(id).extract().asString()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-id",
                "5",
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1",
                "%00",
                "..%2f..%2fetc",
                "'; drop table image; --"
            })
    void anIdThatIsNoneIsNotFound(String id) {
        member.as()
                .urlEncodingEnabled(!id.contains("%"))
                .get(IMAGES + "/" + id)
                .then()
                .statusCode(404);
        member.as()
                .urlEncodingEnabled(!id.contains("%"))
                .delete(IMAGES + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aMethodThatDoesNotExistIsNotAllowed() {
        member.as().put(IMAGES).then().statusCode(405);
        member.as().delete(IMAGES).then().statusCode(405);
        member.as().post(IMAGES + "/" + member.raw()).then().statusCode(405);
    }
}
