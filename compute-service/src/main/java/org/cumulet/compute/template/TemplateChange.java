package org.cumulet.compute.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// Which version is meant from now on where nobody says one. All else that changes is a version of its own.
record TemplateChange(@NotNull @Min(1) Integer defaultVersion) {

    record Request(@NotNull @Valid TemplateChange launchTemplate) {}
}
