package org.cumulet.systemtests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// What the cloud finds when it holds its own books against each other.
public record Audit(Answer answer) {

    public static Audit of(Cloud cloud) {
        return new Audit(cloud.admin().get("/inventory/v1/audit").expect(200));
    }

    public void findsNothing() {
        assertThat(answer.json().path("not_compared").isNull())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.json().path("violations")).as(answer.toString()).isEmpty();
    }

    /// Who holds room on a host.
    public List<String> consumers() {
        return answer.all("claims").stream()
                .map(claim -> claim.path("consumer_id").asText())
                .toList();
    }
}
