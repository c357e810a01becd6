package org.cumulet.systemtests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

/// What the cloud finds when it holds its own books against each other.
public record Audit(Answer answer) {

    public static Audit of(Cloud cloud) {
        return new Audit(cloud.admin().get("/inventory/v1/audit").expect(200));
    }

    public void findsNothing() {
        assertThat(answer.json().path("findings")).as(answer.toString()).isEmpty();
    }
}
