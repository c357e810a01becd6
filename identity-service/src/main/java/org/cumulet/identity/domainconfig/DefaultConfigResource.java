package org.cumulet.identity.domainconfig;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collections;
import java.util.Map;
import org.cumulet.identity.domainconfig.DomainConfigResource.Groups;
import org.cumulet.identity.domainconfig.DomainConfigResource.Options;

/// `/v3/domains/config/…/default`: what holds where a domain has no settings.
@Path("/identity/v3/domains/config")
@RunOnVirtualThread
class DefaultConfigResource {

    private final DomainConfigService configs;

    DefaultConfigResource(DomainConfigService configs) {
        this.configs = configs;
    }

    @GET
    @Path("/default")
    public Groups show() {
        return new Groups(configs.usual().groups());
    }

    @GET
    @Path("/{group}/default")
    public Groups showGroup(String group) {
        return new Groups(Map.of(group, configs.usual().group(group)));
    }

    @GET
    @Path("/{group}/{option}/default")
    public Options showOption(String group, String option) {
        return new Options(Collections.singletonMap(option, configs.usual().option(group, option)));
    }
}
