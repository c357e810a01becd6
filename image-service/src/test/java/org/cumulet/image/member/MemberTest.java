package org.cumulet.image.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.image.Api.IMAGES;
import static org.cumulet.image.Api.replace;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.image.Samples;
import org.cumulet.image.Together;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ImageTest
class MemberTest {

    private static final String FRIEND = TestTokens.OTHER_PROJECT;

    private final Api owner = Api.member();
    private final Api friend = Api.stranger();
    private final Api other = Api.of("55555555555555555555555555555555");
    private String image;
    private String members;

    @BeforeEach
    void anImage() {
        image = owner.raw();
        members = IMAGES + "/" + image + "/members";
    }

    @Nested
    class AnOffer {

        @Test
        void looksLikeThePublishedSample() {
            var offered = owner.share(image, FRIEND);

            offered.statusCode(200)
                    .body("status", is("pending"))
                    .body("member_id", is(FRIEND))
                    .body("image_id", is(image))
                    .body("schema", is("/v2/schemas/member"));
            Samples.assertLike(offered, Samples.read("image-member-create-response"));
        }

        @Test
        void isSeenByBothSides() {
            owner.share(image, FRIEND);
            owner.share(image, "55555555555555555555555555555555");

            owner.as()
                    .get(members)
                    .then()
                    .statusCode(200)
                    .body("members", hasSize(2))
                    .body("schema", is("/v2/schemas/members"));
            Samples.assertLike(owner.as().get(members).then(), Samples.read("image-members-list-response"));
            Samples.assertLike(
                    owner.as().get(members + "/" + FRIEND).then().statusCode(200),
                    Samples.read("image-member-details-response"));
            friend.as().get(members).then().statusCode(200).body("members.member_id", contains(FRIEND));
            friend.as().get(members + "/" + FRIEND).then().statusCode(200);
            friend.as()
                    .get(members + "/55555555555555555555555555555555")
                    .then()
                    .statusCode(404);
        }

        @Test
        void isMadeOnce() {
            var statuses = Together.times(
                    6, number -> owner.share(image, FRIEND).extract().statusCode());

            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .filteredOn(it -> it != 200)
                    .containsOnly(409);
        }

        @Test
        void isForSharedImagesOnly() {
            for (var visibility : new String[] {"private", "community"}) {
                var id = owner.raw("visibility", visibility);
                owner.share(id, FRIEND).statusCode(403);
                owner.as().get(IMAGES + "/" + id + "/members").then().statusCode(403);
                owner.as().get(IMAGES + "/" + id + "/members/" + FRIEND).then().statusCode(404);
            }
        }

        @Test
        void isMadeByTheOwnerOnly() {
            owner.share(image, FRIEND);

            friend.share(image, "55555555555555555555555555555555").statusCode(403);
            other.share(image, FRIEND).statusCode(404);
            Api.reader().share(image, "55555555555555555555555555555555").statusCode(403);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "{}",
                    "{\"member\": null}",
                    "{\"member\": \"\"}",
                    "{\"member\": \" \"}",
                    "{\"member\": 5}",
                    "{\"member\": [\"a\"]}",
                    "{\"member\": \"a\\u0000\"}",
                    "{\"member\": \"a\", \"status\": \"accepted\"}",
                    "nonsense"
                })
        void thatMakesNoSenseChangesNothing(String body) {
            owner.as()
                    .contentType("application/json")
                    .body(body)
                    .post(members)
                    .then()
                    .statusCode(400);

            owner.as().get(members).then().body("members", hasSize(0));
        }

        @Test
        void isMadeToALimitedNumberOfProjects() {
            for (var number = 0; number < 128; number++) {
                owner.share(image, "project-" + number).statusCode(200);
            }

            owner.share(image, FRIEND).statusCode(413);
        }

        @Test
        void canBeTakenBackByTheOwnerOnly() {
            owner.share(image, FRIEND);

            other.as().delete(members + "/" + FRIEND).then().statusCode(404);
            friend.as().delete(members + "/" + FRIEND).then().statusCode(403);
            friend.show(image).statusCode(200);
            owner.as().delete(members + "/nobody").then().statusCode(404);
            owner.as().delete(members + "/" + FRIEND).then().statusCode(204).body(emptyString());
            owner.as().delete(members + "/" + FRIEND).then().statusCode(404);
            friend.show(image).statusCode(404);
        }

        @Test
        void endsWhenTheImageIsNotSharedAnyMore() {
            owner.share(image, FRIEND);
            friend.answer(image, FRIEND, "accepted").statusCode(200);

            owner.patch(image, replace("/visibility", "private")).statusCode(200);

            friend.show(image).statusCode(404);
            friend.answer(image, FRIEND, "rejected").statusCode(404);
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void isGivenByTheMember() {
            owner.share(image, FRIEND);

            var answered =
                    friend.answer(image, FRIEND, "accepted").statusCode(200).body("status", is("accepted"));

            Samples.assertLike(answered, Samples.read("image-member-update-response"));
            owner.as().get(members + "/" + FRIEND).then().body("status", is("accepted"));
            friend.answer(image, FRIEND, "pending").statusCode(200);
        }

        @Test
        void maySayAgainWhoIsAnswering() {
            owner.share(image, FRIEND);

            friend.as()
                    .contentType("application/json")
                    .body(Map.of("member", FRIEND, "status", "accepted"))
                    .put(members + "/" + FRIEND)
                    .then()
                    .statusCode(200);
        }

        @Test
        void isNotGivenByAnybodyElse() {
            owner.share(image, FRIEND);

            owner.answer(image, FRIEND, "accepted").statusCode(403);
            other.answer(image, FRIEND, "accepted").statusCode(404);
            new Api(TestTokens.project(FRIEND, TestTokens.OTHER_USER, "reader"))
                    .answer(image, FRIEND, "accepted")
                    .statusCode(403);
            owner.answer(image, "nobody", "accepted").statusCode(404);
            owner.as().get(members + "/" + FRIEND).then().body("status", is("pending"));
            Api.admin().answer(image, FRIEND, "accepted").statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "{}",
                    "{\"status\": null}",
                    "{\"status\": \"nonsense\"}",
                    "{\"status\": 5}",
                    "{\"status\": \"ACCEPTED\"}",
                    "{\"status\": \"accepted\", \"x\": 1}"
                })
        void thatMakesNoSenseChangesNothing(String body) {
            owner.share(image, FRIEND);

            friend.as()
                    .contentType("application/json")
                    .body(body)
                    .put(members + "/" + FRIEND)
                    .then()
                    .statusCode(400);

            owner.as().get(members + "/" + FRIEND).then().body("status", is("pending"));
        }
    }

    @Test
    void aMemberMayUseTheImageAndNothingElse() {
        var id = owner.active(new byte[] {1, 2, 3});
        owner.share(id, FRIEND);

        friend.show(id).statusCode(200);
        friend.download(id).statusCode(200);
        friend.patch(id, replace("/name", "mine")).statusCode(403);
        friend.delete(id).statusCode(403);
        friend.as().put(IMAGES + "/" + id + "/tags/x").then().statusCode(403);
        friend.as().post(IMAGES + "/" + id + "/actions/deactivate").then().statusCode(403);
    }
}
