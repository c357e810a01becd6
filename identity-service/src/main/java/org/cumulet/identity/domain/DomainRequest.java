package org.cumulet.identity.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.cumulet.identity.project.NewProject;
import org.cumulet.identity.project.ProjectChange;

/// What callers ask. A domain is the root of a tree of projects, so it has what a project has.
final class DomainRequest {

    private DomainRequest() {}

    record New(@NotNull @Valid NewProject domain) {}

    record Change(@NotNull @Valid ProjectChange domain) {}
}
