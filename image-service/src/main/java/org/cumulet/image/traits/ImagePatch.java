package org.cumulet.image.traits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// A change of an image, as a list of small changes that happen all or not at all.
public record ImagePatch(List<Operation> operations) {

    public ImagePatch {
        operations = List.copyOf(operations);
    }

    Map<String, Object> applyTo(Map<String, Object> image) {
        var changed = new LinkedHashMap<>(image);
        operations.forEach(operation -> operation.applyTo(changed));
        return changed;
    }

    /// One small change of one attribute.
    sealed interface Operation {

        String key();

        void applyTo(Map<String, Object> image);
    }

    /// @param onlyIfNew in the older of the two dialects, something that is there cannot be added
    record Add(String key, @Nullable Object value, boolean onlyIfNew) implements Operation {
        @Override
        public void applyTo(Map<String, Object> image) {
            if (onlyIfNew && image.containsKey(key)) {
                throw new Fault.Conflict("Property %s already present.".formatted(key));
            }
            image.put(key, value);
        }
    }

    record Replace(String key, @Nullable Object value) implements Operation {
        @Override
        public void applyTo(Map<String, Object> image) {
            mustExist(image, key);
            image.put(key, value);
        }
    }

    record Remove(String key) implements Operation {
        @Override
        public void applyTo(Map<String, Object> image) {
            if (!Attributes.isProperty(key)) {
                throw new Fault.Forbidden("Property %s may not be removed.".formatted(key));
            }
            mustExist(image, key);
            image.remove(key);
        }
    }

    private static void mustExist(Map<String, Object> image, String key) {
        if (!image.containsKey(key)) {
            throw new Fault.Conflict("Property %s does not exist.".formatted(key));
        }
    }
}
