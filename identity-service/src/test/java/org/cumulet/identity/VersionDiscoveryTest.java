package org.cumulet.identity;

import static org.cumulet.identity.Cloud.nobody;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class VersionDiscoveryTest {

    @ParameterizedTest
    @ValueSource(strings = {"/identity", "/identity/"})
    void theListOfVersionsIsOpenToAllAndPointsAtTheOnlyOne(String path) {
        nobody().get(path)
                .then()
                .statusCode(300)
                .header("Location", "http://127.0.0.1:18101/identity/v3/")
                .body("versions.values", hasSize(1))
                .body("versions.values[0].id", equalTo("v3.14"))
                .body("versions.values[0].status", equalTo("stable"))
                .body("versions.values[0].links[0].href", equalTo("http://127.0.0.1:18101/identity/v3/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity/v3", "/identity/v3/"})
    void theVersionDescribesItself(String path) {
        nobody().get(path)
                .then()
                .statusCode(200)
                .body("version.id", equalTo("v3.14"))
                .body("version.links[0].rel", equalTo("self"))
                .body("version.links[0].href", equalTo("http://127.0.0.1:18101/identity/v3/"))
                .body("version.'media-types'[0].base", equalTo("application/json"));
    }

    @Test
    void thePublicKeysAreOpenToAllAndPublicOnly() {
        nobody().get("/identity/v3/jwks")
                .then()
                .statusCode(200)
                .body("keys", is(not(empty())))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys.findAll { it.containsKey('d') }", is(empty()));
    }

    @Test
    void anUnknownPathIs404InKeystonesShape() {
        nobody().get("/identity/v3/nowhere")
                .then()
                .statusCode(404)
                .body("error.code", equalTo(404))
                .body("error.title", equalTo("Not Found"));
    }
}
