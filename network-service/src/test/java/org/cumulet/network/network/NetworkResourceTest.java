package org.cumulet.network.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class NetworkResourceTest {

    private final Api api = Api.ofNewProject();

    @Nested
    class ANewNetwork {
        @Test
        void isActiveAndBelongsToItsProject() {
            var network = api.made("networks", Map.of("name", "blue"));
            assertThat(network).containsEntry("status", "ACTIVE").containsEntry("name", "blue");
        }
    }
}
