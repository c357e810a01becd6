package org.cumulet.image.traits;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.cumulet.image.traits.ImagePatch.Operation;
import org.jspecify.annotations.Nullable;

/// Reads both dialects of JSON patch that the image API speaks: `{"op": "add", "path": "/name", …}` and
/// `{"add": "/name", …}`.
@Provider
@Consumes({ImagePatchReader.V2_1, ImagePatchReader.V2_0})
public class ImagePatchReader implements MessageBodyReader<ImagePatch> {

    public static final String V2_1 = "application/openstack-images-v2.1-json-patch";
    public static final String V2_0 = "application/openstack-images-v2.0-json-patch";

    private static final Set<String> OPERATIONS = Set.of("add", "remove", "replace");
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    private final ObjectMapper json;

    ImagePatchReader(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == ImagePatch.class;
    }

    @Override
    public ImagePatch readFrom(
            Class<ImagePatch> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var isOld = media.getSubtype().contains("v2.0");
        var operations = new ArrayList<Operation>();
        for (var operation : read(body)) {
            operations.add(isOld ? old(operation) : current(operation));
        }
        return new ImagePatch(operations);
    }

    private List<Map<String, Object>> read(InputStream body) throws IOException {
        var operations = json.readValue(body, LIST);
        if (operations == null || operations.stream().anyMatch(operation -> operation == null)) {
            throw new Fault.BadRequest("Request body must be a JSON array of operation objects.");
        }
        return operations;
    }

    private static Operation current(Map<String, Object> operation) {
        var name = operation.get("op");
        if (!(name instanceof String op && OPERATIONS.contains(op))) {
            throw new Fault.BadRequest(
                    "Invalid operation: `%s`. It must be one of the following: add, remove, replace.".formatted(name));
        }
        return operation(op, operation.get("path"), operation, false);
    }

    private static Operation old(Map<String, Object> operation) {
        var names = operation.keySet().stream().filter(OPERATIONS::contains).toList();
        if (names.size() != 1) {
            throw new Fault.BadRequest(
                    "Operation objects must contain exactly one member named \"add\", \"remove\", or \"replace\".");
        }
        return operation(names.getFirst(), operation.get(names.getFirst()), operation, true);
    }

    private static Operation operation(
            String name, @Nullable Object path, Map<String, Object> operation, boolean onlyIfNew) {
        var key = key(path);
        Attributes.mustBeWritable(key);
        if (name.equals("remove")) {
            return new ImagePatch.Remove(key);
        }
        if (!operation.containsKey("value")) {
            throw new Fault.BadRequest("Operation \"%s\" requires a member named \"value\".".formatted(name));
        }
        return name.equals("add")
                ? new ImagePatch.Add(key, operation.get("value"), onlyIfNew)
                : new ImagePatch.Replace(key, operation.get("value"));
    }

    /// A JSON pointer to something at the top.
    private static String key(@Nullable Object path) {
        if (!(path instanceof String pointer && pointer.matches("/(?:[^/~]|~[01])+"))) {
            throw new Fault.BadRequest("Invalid JSON pointer for this resource: '%s'.".formatted(path));
        }
        return pointer.substring(1).replace("~1", "/").replace("~0", "~").strip();
    }
}
