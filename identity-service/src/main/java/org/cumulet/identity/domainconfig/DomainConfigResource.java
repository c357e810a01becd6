package org.cumulet.identity.domainconfig;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Collections;
import java.util.Map;
import org.cumulet.identity.wire.Text;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v3/domains/{domain}/config`
@Path("/identity/v3/domains/{domain}/config")
@RunOnVirtualThread
class DomainConfigResource {

    private final DomainConfigService configs;

    DomainConfigResource(DomainConfigService configs) {
        this.configs = configs;
    }

    /// Settings by group and option.
    record Groups(@NotNull @Text Map<String, @NotNull Map<String, @Nullable Object>> config) {}

    /// Settings by option, of one group.
    record Options(@NotNull @Text Map<String, @Nullable Object> config) {}

    @PUT
    public RestResponse<Groups> put(String domain, @NotNull @Valid Groups wish) {
        var put = configs.put(domain, wish.config());
        return RestResponse.status(
                put.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                new Groups(put.config().groups()));
    }

    @GET
    public Groups show(String domain) {
        return new Groups(configs.show(domain).groups());
    }

    @PATCH
    public Groups change(String domain, @NotNull @Valid Groups change) {
        return new Groups(configs.change(domain, change.config()).groups());
    }

    @DELETE
    public void delete(String domain) {
        configs.delete(domain);
    }

    @GET
    @Path("/{group}")
    public Groups showGroup(String domain, String group) {
        return new Groups(Map.of(group, configs.show(domain).group(group)));
    }

    @PATCH
    @Path("/{group}")
    public Groups changeGroup(String domain, String group, @NotNull @Valid Groups change) {
        return new Groups(configs.change(domain, group, change.config()).groups());
    }

    @DELETE
    @Path("/{group}")
    public void deleteGroup(String domain, String group) {
        configs.delete(domain, group);
    }

    @GET
    @Path("/{group}/{option}")
    public Options showOption(String domain, String group, String option) {
        return new Options(Collections.singletonMap(option, configs.show(domain).option(group, option)));
    }

    @PATCH
    @Path("/{group}/{option}")
    public Groups changeOption(String domain, String group, String option, @NotNull @Valid Options change) {
        return new Groups(configs.change(domain, group, option, change.config()).groups());
    }

    @DELETE
    @Path("/{group}/{option}")
    public void deleteOption(String domain, String group, String option) {
        configs.delete(domain, group, option);
    }
}
