package org.cumulet.compute.template;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much may be written down.
@ConfigMapping(prefix = "cumulet.compute.templates")
interface TemplateSettings {

    /// Launch templates of a project.
    @WithDefault("100")
    int perProject();

    /// Versions of a template.
    @WithDefault("100")
    int versions();

    /// What one version may hold, as JSON.
    @WithDefault("128K")
    MemorySize largest();
}
