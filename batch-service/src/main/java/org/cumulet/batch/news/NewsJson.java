package org.cumulet.batch.news;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/// Events as JSON, with what a reader may know.
@Singleton
class NewsJson {

    /// Where in the cloud something is: nothing that tenants know of their resources.
    private static final Set<String> OF_THE_CLOUD = Set.of("host");

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    NewsJson(ObjectMapper json) {
        this.json = json;
    }

    /// @param whole whether all that is told may be seen, or what a tenant may know
    NewsView view(News news, boolean whole) {
        try {
            var data = json.readValue(news.data(), OBJECT);
            if (!whole) {
                data.keySet().removeAll(OF_THE_CLOUD);
            }
            return NewsView.of(news, data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String line(News news, boolean whole) {
        try {
            return json.writeValueAsString(view(news, whole));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it can be shown at all.
    boolean isJson(String data) {
        try {
            return json.readTree(data).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
