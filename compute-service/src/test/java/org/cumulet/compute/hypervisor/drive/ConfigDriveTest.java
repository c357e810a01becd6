package org.cumulet.compute.hypervisor.drive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.hypervisor.drive.ConfigDrive.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a guest reads at its first boot, read back with the tool that made such drives before us.
class ConfigDriveTest {

    private static final UUID SERVER = UUID.fromString("6c5c2b1e-7a9b-4b7e-9a52-0d9e2f6c1a01");
    private static final UUID PORT = UUID.fromString("b1f3a9c4-58c7-4f55-8a2e-3a5d0c9e7f11");
    private static final UUID NETWORK = UUID.fromString("0e2a6d7c-1b5f-4f4f-8d3b-9c1a2b3c4d5e");
    private static final String ISOINFO = "/usr/bin/isoinfo";

    @TempDir
    Path folder;

    private Path image;

    private static ConfigDrive drive(byte[] userData) {
        return new ConfigDrive(
                SERVER,
                "demo",
                "web \"1\"",
                "web-1",
                3,
                "nova",
                Map.of("role", "web"),
                Map.of("mine", "ssh-ed25519 AAAA me"),
                List.of(new Link(PORT, NETWORK, "fa:16:3e:00:00:01", List.of("10.0.0.5"))),
                userData,
                "$6$salt$hash");
    }

    @BeforeEach
    void needsIsoinfo() throws IOException {
        assumeTrue(Files.isExecutable(Path.of(ISOINFO)), "LEFT OUT: reading CDs back: apt-get install -y genisoimage");
        image = folder.resolve("config.iso");
        Files.write(image, drive("#!/bin/sh\necho hello\n".getBytes(UTF_8)).image());
    }

    @Test
    void isFoundByItsLabel() throws Exception {
        assertThat(isoinfo("-d")).contains("Volume id: config-2", "CD-ROM is in ISO 9660 format");
    }

    @Test
    void holdsTheFilesOfTheLatestVersion() throws Exception {
        assertThat(isoinfo("-f").lines())
                .contains(
                        "/OPENSTACK/LATEST/META_DATA.JSON;1",
                        "/OPENSTACK/LATEST/NETWORK_DATA.JSON;1",
                        "/OPENSTACK/LATEST/VENDOR_DATA.JSON;1",
                        "/OPENSTACK/LATEST/USER_DATA.;1");
    }

    @Test
    void saysWhoTheGuestIs() throws Exception {
        var data = json("/OPENSTACK/LATEST/META_DATA.JSON;1");

        assertThat(data.at("/uuid").asText()).isEqualTo(SERVER.toString());
        assertThat(data.at("/name").asText()).isEqualTo("web \"1\"");
        assertThat(data.at("/hostname").asText()).isEqualTo("web-1");
        assertThat(data.at("/launch_index").asInt()).isEqualTo(3);
        assertThat(data.at("/meta/role").asText()).isEqualTo("web");
        assertThat(data.at("/public_keys/mine").asText()).isEqualTo("ssh-ed25519 AAAA me");
        assertThat(data.at("/keys/0/data").asText()).isEqualTo("ssh-ed25519 AAAA me");
    }

    @Test
    void saysWhichCardsItHas() throws Exception {
        var data = json("/OPENSTACK/LATEST/NETWORK_DATA.JSON;1");

        assertThat(data.at("/links/0/ethernet_mac_address").asText()).isEqualTo("fa:16:3e:00:00:01");
        assertThat(data.at("/networks/0/type").asText()).isEqualTo("ipv4_dhcp");
        assertThat(data.at("/networks/0/link").asText())
                .isEqualTo(data.at("/links/0/id").asText());
    }

    @Test
    void carriesThePasswordOnlyAsAHash() throws Exception {
        var config =
                json("/OPENSTACK/LATEST/VENDOR_DATA.JSON;1").at("/cloud-init").asText();

        assertThat(config).startsWith("#cloud-config\n");
        var user = new ObjectMapper().readTree(config.substring(14)).at("/chpasswd/users/0");
        assertThat(user.at("/password").asText()).isEqualTo("$6$salt$hash");
        assertThat(user.at("/type").asText()).isEqualTo("hash");
    }

    @Test
    void carriesUserDataByteForByteHoweverLong() throws Exception {
        var data = new byte[60_000];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i % 251);
        }
        Files.write(image, drive(data).image());

        assertThat(read("-x", "/OPENSTACK/LATEST/USER_DATA.;1")).isEqualTo(data);
    }

    @Test
    void refusesNamesThatNoCdCanHold() {
        assertThatThrownBy(() -> Iso9660.image("label", Map.of("a/../b", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode json(String file) throws Exception {
        return new ObjectMapper().readTree(read("-x", file));
    }

    private String isoinfo(String option) throws Exception {
        return new String(read(option), UTF_8);
    }

    private byte[] read(String... options) throws Exception {
        var command = new java.util.ArrayList<>(List.of(ISOINFO, "-i", image.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.getInputStream().readAllBytes();
    }
}
