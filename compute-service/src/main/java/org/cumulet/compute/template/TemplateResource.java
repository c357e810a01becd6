package org.cumulet.compute.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.cumulet.api.page.PageQuery;
import org.cumulet.compute.web.Links;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v2.1/launch-templates`: what a project launches again and again. A template goes by its name or its id.
@Path("/compute/v2.1/launch-templates")
@RunOnVirtualThread
class TemplateResource {

    private final TemplateService templates;
    private final Links links;

    TemplateResource(TemplateService templates, Links links) {
        this.templates = templates;
        this.links = links;
    }

    @GET
    public TemplateView.Many list(@BeanParam PageQuery page) {
        return TemplateView.Many.of(templates.list(page), links);
    }

    @POST
    public RestResponse<TemplateView.One> create(@NotNull @Valid NewTemplate.Request request) {
        var created = templates.create(request.launchTemplate());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, TemplateView.One.of(created, links))
                .location(URI.create(
                        links.self("launch-templates/" + created.template().id())))
                .build();
    }

    /// With what its default version says.
    @GET
    @Path("{template}")
    public TemplateView.One show(String template) {
        return TemplateView.One.of(templates.show(template, "default"), links);
    }

    @PUT
    @Path("{template}")
    public TemplateView.One change(String template, @NotNull @Valid TemplateChange.Request request) {
        return TemplateView.One.of(templates.change(template, request.launchTemplate()), links);
    }

    @DELETE
    @Path("{template}")
    @ResponseStatus(204)
    public void delete(String template) {
        templates.delete(template);
    }

    @GET
    @Path("{template}/versions")
    public TemplateView.Versions versions(String template, @BeanParam PageQuery page) {
        return TemplateView.Versions.of(template, templates.versions(template, page), links);
    }

    @POST
    @Path("{template}/versions")
    @ResponseStatus(201)
    public TemplateView.One add(String template, @NotNull @Valid NewVersion.Request request) {
        return TemplateView.One.of(templates.add(template, request.version()), links);
    }

    /// @param number of the version, `latest` or `default`
    @GET
    @Path("{template}/versions/{number}")
    public TemplateView.One version(String template, String number) {
        return TemplateView.One.of(templates.show(template, number), links);
    }

    @DELETE
    @Path("{template}/versions/{number}")
    @ResponseStatus(204)
    public void deleteVersion(String template, String number) {
        templates.delete(template, number);
    }
}
