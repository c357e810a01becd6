package org.cumulet.compute.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Quotas as the API shows them: a map, since what is in it goes by the version.
final class QuotaView {

    private QuotaView() {}

    /// `{"quota_set":{…}}`.
    record OfProject(@JsonProperty("quota_set") Map<String, Object> quotas) {}

    /// `{"quota_class_set":{…}}`.
    record OfClass(@JsonProperty("quota_class_set") Map<String, Object> quotas) {}

    /// One line of the detailed form.
    record Detail(int limit, long inUse, int reserved) {}

    static Map<String, Object> of(@Nullable String id, Limits limits) {
        return of(id, limits::of);
    }

    static Map<String, Object> of(String id, QuotaSetService.Usage usage) {
        return of(id, key -> new Detail(usage.limits().of(key), usage.use().of(key), 0));
    }

    private static Map<String, Object> of(@Nullable String id, Function<QuotaKey, Object> value) {
        var view = new LinkedHashMap<String, Object>();
        if (id != null) {
            view.put("id", id);
        }
        QuotaKey.shown().forEach(key -> view.put(key.text(), value.apply(key)));
        return view;
    }
}
