package org.cumulet.compute.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.compute.template.TemplateService.Read;
import org.cumulet.compute.web.Link;
import org.cumulet.compute.web.Links;
import org.jspecify.annotations.Nullable;

/// A launch template as the API shows it.
record TemplateView(
        UUID id,
        String name,
        int defaultVersion,
        int latestVersion,
        String createdAt,
        String updatedAt,
        List<Link> links) {

    private static final String PATH = "launch-templates";

    static TemplateView of(Template template, Links links) {
        return new TemplateView(
                template.id(),
                template.name(),
                template.defaultVersion(),
                template.latestVersion(),
                Times.MICROS_Z.of(template.created()),
                Times.MICROS_Z.of(template.updated()),
                links.of(PATH, template.id()));
    }

    /// What one of its versions says.
    ///
    /// @param isDefault whether it is meant where nobody says a version
    /// @param microversion in whose words `server` is written
    record Version(
            int version,
            @JsonProperty("default") boolean isDefault,
            @Nullable String description,
            int count,
            String microversion,
            JsonNode server,
            String userId,
            String versionCreatedAt) {

        static Version of(Read read) {
            var version = read.version();
            return new Version(
                    version.number(),
                    version.number() == read.template().defaultVersion(),
                    version.description(),
                    version.count(),
                    version.microversion(),
                    read.server(),
                    version.user(),
                    Times.MICROS_Z.of(version.created()));
        }
    }

    record Whole(
            @JsonUnwrapped TemplateView template,
            @JsonUnwrapped Version version) {}

    record One(Whole launchTemplate) {
        static One of(Read read, Links links) {
            return new One(new Whole(TemplateView.of(read.template(), links), Version.of(read)));
        }
    }

    record Many(
            List<TemplateView> launchTemplates,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> launchTemplatesLinks) {

        static Many of(Page<Template> page, Links links) {
            var next = page.more() ? links.next(PATH, page.items().getLast().name()) : List.<Link>of();
            return new Many(page.map(it -> TemplateView.of(it, links)).items(), next);
        }
    }

    record Versions(
            List<Version> versions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> versionsLinks) {

        static Versions of(String template, Page<Read> page, Links links) {
            var next = page.more()
                    ? links.next(
                            "%s/%s/versions".formatted(PATH, template),
                            Integer.toString(page.items().getLast().version().number()))
                    : List.<Link>of();
            return new Versions(page.map(Version::of).items(), next);
        }
    }
}
