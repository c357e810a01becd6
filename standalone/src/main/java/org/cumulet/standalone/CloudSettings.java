package org.cumulet.standalone;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the services are told, in the words of their own configuration.
record CloudSettings(CloudOptions options, CloudFolder folder, Secrets secrets, EmbeddedServers servers) {

    /// As long as the gateway takes them.
    private static final String LONGEST_PATH = "16384";

    void writeForOneProcess() throws IOException {
        var settings = common();
        settings.put("quarkus.log.file.path", folder.log("cumulet").toString());
        settings.put("cumulet.url.here", options.innerUrl());
        folder.writeSettings(settings);
        System.setProperty("quarkus.http.port", Integer.toString(options.port()));
        System.setProperty("quarkus.http.host", options.host());
    }

    /// Each service finds the others at their own ports, the gateway finds them all.
    void writeForSeparateProcesses() throws IOException {
        var settings = common();
        for (var service : Services.NAMES) {
            var url = "http://127.0.0.1:" + Services.port(service, options.port());
            settings.put("cumulet.url." + service, url);
            settings.put("cumulet.gateway.routes." + service, url);
        }
        settings.put("cumulet.gateway.routes.placement", settings.get("cumulet.gateway.routes.inventory"));
        settings.put("quarkus.http.limits.max-initial-line-length", LONGEST_PATH);
        folder.writeSettings(settings);
    }

    private Map<String, String> common() throws IOException {
        var settings = new LinkedHashMap<String, String>();
        for (var service : Services.NAMES) {
            settings.put(
                    "quarkus.datasource.%s.jdbc.url".formatted(service),
                    servers.postgres().jdbcUrl(service));
            settings.put("quarkus.datasource.%s.username".formatted(service), service);
            settings.put("quarkus.datasource.%s.password".formatted(service), secrets.databasePassword(service));
        }
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + servers.kafka().port());
        settings.put("cumulet.home", folder.home().toString());
        settings.put("cumulet.instance", "cumulet"); // nobody else works on these databases
        settings.put("cumulet.public-url", options.publicUrl());
        settings.put("cumulet.admin.password", secrets.adminPassword());
        settings.put("cumulet.service.password", secrets.servicePassword());
        settings.put("cumulet.secret-key", secrets.encryptionKey());
        settings.put("cumulet.ssh.key-file", folder.sshKey().toString());
        settings.put("quarkus.log.file.enabled", "true");
        settings.put("quarkus.log.file.rotation.max-file-size", "10M");
        settings.put("quarkus.log.file.rotation.max-backup-index", "5");
        settings.put("quarkus.log.console.level", "WARN");
        return settings;
    }
}
