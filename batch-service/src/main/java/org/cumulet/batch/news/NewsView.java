package org.cumulet.batch.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.cumulet.api.json.Times;
import org.jspecify.annotations.Nullable;

/// An event as the API shows it: CloudEvents 1.0 in its JSON format.
///
/// @param cursor by which those that follow it are asked for
/// @param openstacktype what OpenStack calls it, where it has a name for it
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewsView(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        @Nullable String project,
        @Nullable String requestid,
        @Nullable String openstacktype,
        String cursor,
        Map<String, Object> data) {

    record Link(String rel, String href) {}

    /// @param links `next` is where what follows is, now or later
    record Many(List<NewsView> events, List<Link> links) {}

    static NewsView of(News news, Map<String, Object> data) {
        return new NewsView(
                "1.0",
                news.id(),
                news.source(),
                news.type(),
                news.subject(),
                Times.MICROS_Z.of(news.time()),
                "application/json",
                news.project(),
                news.requestId(),
                OpenStackTypes.of(news.type()).orElse(null),
                Long.toString(news.sequence()),
                data);
    }
}
