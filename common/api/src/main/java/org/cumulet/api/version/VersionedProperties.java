package org.cumulet.api.version;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes `@Since` and `@Until` true when an answer is written.
public class VersionedProperties extends BeanSerializerModifier {

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
        properties.replaceAll(property -> {
            var since = property.getAnnotation(Since.class);
            var until = property.getAnnotation(Until.class);
            return since == null && until == null ? property : new Versioned(property, range(since, until));
        });
        return properties;
    }

    private static Range range(@Nullable Since since, @Nullable Until until) {
        return new Range(
                since == null ? null : Microversion.of(since.value()),
                until == null ? null : Microversion.of(until.value()));
    }

    private record Range(
            @Nullable Microversion since, @Nullable Microversion until) {
        boolean holds() {
            return Microversion.current()
                    .map(spoken -> (since == null || spoken.compareTo(since) >= 0)
                            && (until == null || spoken.compareTo(until) <= 0))
                    .orElse(true);
        }
    }

    /// A property that is there in a range of versions; also when it is unwrapped (an unwrapping property may not be
    /// wrapped, so it delegates).
    private static final class Versioned extends BeanPropertyWriter {
        private final transient BeanPropertyWriter property;
        private final transient Range range;

        Versioned(BeanPropertyWriter property, Range range) {
            super(property);
            this.property = property;
            this.range = range;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
            if (range.holds()) {
                property.serializeAsField(bean, json, provider);
            }
        }

        @Override
        public void assignSerializer(com.fasterxml.jackson.databind.JsonSerializer<Object> serializer) {
            super.assignSerializer(serializer);
            property.assignSerializer(serializer);
        }

        @Override
        public void assignNullSerializer(com.fasterxml.jackson.databind.JsonSerializer<Object> serializer) {
            super.assignNullSerializer(serializer);
            property.assignNullSerializer(serializer);
        }

        @Override
        public BeanPropertyWriter rename(NameTransformer transformer) {
            return new Versioned(property.rename(transformer), range);
        }

        @Override
        public boolean isUnwrapping() {
            return property.isUnwrapping();
        }

        @Override
        public BeanPropertyWriter unwrappingWriter(NameTransformer unwrapper) {
            return new Versioned(property.unwrappingWriter(unwrapper), range);
        }
    }
}
