package org.cumulet.identity.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A key of a change that may be absent (nothing changes), null (cleared) or have a value.
@JsonDeserialize(using = Given.Reader.class)
public record Given<T>(boolean there, @Nullable T value) {

    /// The new value, or the one kept when the key is absent.
    public @Nullable T or(@Nullable T kept) {
        return there ? value : kept;
    }

    static class Reader extends JsonDeserializer<Given<?>> implements ContextualDeserializer {

        private final @Nullable JavaType type;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new Reader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Given<>(true, context.readValue(parser, type));
        }

        @Override
        public Given<?> getNullValue(DeserializationContext context) {
            return new Given<>(true, null);
        }

        @Override
        public Given<?> getAbsentValue(DeserializationContext context) {
            return new Given<>(false, null);
        }
    }
}
