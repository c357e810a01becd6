package org.cumulet.inventory.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.inventory.InventoryTest;
import org.cumulet.testing.contract.EventContract;
import org.junit.jupiter.api.Test;

@InventoryTest
class DriftEventTest {

    @Inject
    ObjectMapper json;

    @Test
    void isAsPromised() throws Exception {
        var event = new DriftEvent.DriftChanged(UUID.randomUUID(), "compute1", List.of("hosts-file"), Instant.EPOCH);

        assertThat(EventContract.of(event.type()).violations(json.writeValueAsString(event)))
                .isEmpty();
    }
}
