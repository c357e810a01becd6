package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.cumulet.testing.contract.OpenApiContract;
import org.junit.jupiter.api.Test;

@IdentityTest
class OpenApiTest {

    @Test
    void theApiIsAsPromised() throws IOException {
        var said = Cloud.nobody()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(said).isEqualTo(new OpenApiContract("identity").promised(said));
    }
}
