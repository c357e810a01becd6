package org.cumulet.compute.template;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;

/// What the rest of the cloud may know about a launch template: not what is in it.
public sealed interface TemplateEvent extends DomainEvent {

    UUID template();

    /// It is there, with its first version.
    record Created(UUID template, String project, String user, String name, Instant at) implements TemplateEvent {}

    /// There is another version, one less, or another one is meant.
    record Changed(UUID template, String project, String name, int defaultVersion, int latestVersion, Instant at)
            implements TemplateEvent {
        static Changed of(Template template, Instant at) {
            return new Changed(
                    template.id(),
                    template.project(),
                    template.name(),
                    template.defaultVersion(),
                    template.latestVersion(),
                    at);
        }
    }

    /// It is gone, with all its versions.
    record Deleted(UUID template, String project, String name, Instant at) implements TemplateEvent {}

    @Override
    default String subject() {
        return template().toString();
    }

    @Override
    default String topic() {
        return "compute.template";
    }
}
