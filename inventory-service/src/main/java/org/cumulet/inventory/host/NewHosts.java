package org.cumulet.inventory.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.inventory.roster.AnsibleInventory;
import org.cumulet.inventory.roster.JsonLines;
import org.cumulet.inventory.roster.Line;

/// Hosts from files, held to the same rules as those from one JSON document; what is wrong is told with its line.
@Singleton
class NewHosts {

    private static final int MOST = 1000;

    private final ObjectMapper json;
    private final Validator validator;

    NewHosts(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    List<NewHost> ofLines(String text) {
        return all(new JsonLines(json).read(text));
    }

    List<NewHost> ofInventory(String text) {
        return all(AnsibleInventory.read(text));
    }

    private List<NewHost> all(List<Line<? extends JsonNode>> lines) {
        if (lines.isEmpty() || lines.size() > MOST) {
            throw new Fault.BadRequest("There must be 1 to %d hosts, and there are %d.".formatted(MOST, lines.size()));
        }
        return lines.stream().map(this::host).toList();
    }

    private NewHost host(Line<? extends JsonNode> line) {
        try {
            var host = json.treeToValue(line.what(), NewHost.class);
            validator.validate(host).stream().findFirst().ifPresent(violation -> {
                throw line.wrong("%s %s".formatted(violation.getPropertyPath(), violation.getMessage()));
            });
            return host;
        } catch (JsonProcessingException e) {
            throw line.wrong(e.getOriginalMessage());
        }
    }
}
