package org.cumulet.systemtests.cloud;

/// A size of servers.
public record Flavor(int vcpus, int memoryMb, int diskGb) {

    public static final Flavor SMALL = new Flavor(1, 96, 1);

    /// Answers its id.
    public String create(Api admin, String name) {
        return admin.post(
                        "/compute/v2.1/flavors",
                        "{\"flavor\": {\"name\": \"%s\", \"vcpus\": %d, \"ram\": %d, \"disk\": %d}}"
                                .formatted(name, vcpus, memoryMb, diskGb))
                .expect(200)
                .at("/flavor/id");
    }
}
