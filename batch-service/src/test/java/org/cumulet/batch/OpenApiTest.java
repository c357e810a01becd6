package org.cumulet.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.cumulet.testing.contract.OpenApiContract;
import org.junit.jupiter.api.Test;

@BatchTest
class OpenApiTest {

    @Test
    void theApiIsAsPromised() throws IOException {
        var said = given().get("/q/openapi").then().statusCode(200).extract().asString();
        assertThat(said).isEqualTo(new OpenApiContract("batch").promised(said));
    }
}
