package org.cumulet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;

/// The folder of one cloud: everything it keeps is below, and only its owner may look into what is secret.
record CloudFolder(Path home) {

    static CloudFolder open(Path home) throws IOException {
        var folder = new CloudFolder(home);
        for (var inner : new String[] {"secrets", "run", "log", "ssh"}) {
            Files.createDirectories(home.resolve(inner));
            Files.setPosixFilePermissions(home.resolve(inner), PosixFilePermissions.fromString("rwx------"));
        }
        Files.deleteIfExists(folder.ready());
        return folder;
    }

    Path postgres() {
        return home.resolve("postgres");
    }

    Path kafka() {
        return home.resolve("kafka");
    }

    Path log(String name) {
        return home.resolve("log").resolve(name + ".log");
    }

    Path sshKey() {
        return home.resolve("ssh").resolve("id_ed25519");
    }

    Path secret(String name) {
        return home.resolve("secrets").resolve(name);
    }

    /// There once everything answers; holds the milliseconds that took.
    Path ready() {
        return home.resolve("run").resolve("ready");
    }

    /// What every process of the cloud reads.
    Path settings() {
        return home.resolve("run").resolve("cloud.properties");
    }

    void writeSettings(Map<String, String> settings) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        var next = home.resolve("run").resolve("cloud.properties.new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(next)) {
            properties.store(out, "Made at every start of the cloud. Holds secrets.");
        }
        Files.move(next, settings(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Makes this process read them.
    void useSettings() {
        System.setProperty("smallrye.config.locations", settings().toUri().toString());
    }
}
