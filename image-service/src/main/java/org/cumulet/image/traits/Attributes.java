package org.cumulet.image.traits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Fault;

/// The names in the flat JSON object that an image is: which of them mean something to us, which are not for callers.
final class Attributes {

    static final String OWNER = "owner";
    static final String NAME = "name";
    static final String VISIBILITY = "visibility";
    static final String DISK_FORMAT = "disk_format";
    static final String CONTAINER_FORMAT = "container_format";
    static final String MIN_DISK = "min_disk";
    static final String MIN_RAM = "min_ram";
    static final String PROTECTED = "protected";
    static final String HIDDEN = "os_hidden";
    static final String TAGS = "tags";

    private static final Set<String> OURS =
            Set.of(OWNER, NAME, VISIBILITY, DISK_FORMAT, CONTAINER_FORMAT, MIN_DISK, MIN_RAM, PROTECTED, HIDDEN, TAGS);

    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "created_at",
            "updated_at",
            "status",
            "checksum",
            "size",
            "virtual_size",
            "os_hash_algo",
            "os_hash_value",
            "direct_url",
            "self",
            "file",
            "schema",
            "stores");

    private static final Set<String> RESERVED = Set.of("location", "locations", "deleted", "deleted_at");
    private static final String RESERVED_BEGINNING = "os_glance_";
    private static final int LONGEST_NAME = 255;

    private Attributes() {}

    /// A property is any other name.
    static boolean isProperty(String key) {
        return !OURS.contains(key);
    }

    static void mustBeWritable(String key) {
        if (READ_ONLY.contains(key)) {
            throw new Fault.Forbidden("Attribute '%s' is read-only.".formatted(key));
        }
        if (RESERVED.contains(key) || key.startsWith(RESERVED_BEGINNING)) {
            throw new Fault.Forbidden("Attribute '%s' is reserved.".formatted(key));
        }
        if (key.isBlank() || key.length() > LONGEST_NAME || key.chars().anyMatch(Character::isISOControl)) {
            throw new Fault.BadRequest(
                    "The name of a custom property should have 1 to %d characters.".formatted(LONGEST_NAME));
        }
    }

    /// The traits as callers see them.
    static Map<String, Object> of(Traits traits) {
        var document = new LinkedHashMap<String, Object>(traits.properties());
        document.put(OWNER, traits.owner());
        document.put(NAME, traits.name());
        document.put(VISIBILITY, traits.visibility().wire());
        document.put(
                DISK_FORMAT,
                traits.diskFormat() == null ? null : traits.diskFormat().wire());
        document.put(
                CONTAINER_FORMAT,
                traits.containerFormat() == null
                        ? null
                        : traits.containerFormat().wire());
        document.put(MIN_DISK, traits.minDisk());
        document.put(MIN_RAM, traits.minRam());
        document.put(PROTECTED, traits.undeletable());
        document.put(HIDDEN, traits.hidden());
        document.put(TAGS, traits.tags());
        return document;
    }
}
