package org.cumulet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudOptionsTest {

    @Test
    void listenOnThisMachineOnlyUnlessToldOtherwise() {
        var options = CloudOptions.of(Map.of());
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.kafkaPort()).isEqualTo(9092);
        assertThat(options.publicUrl()).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void follow() {
        var options = CloudOptions.of(Map.of("CUMULET_PORT", "9000", "CUMULET_PUBLIC_URL", "https://cloud.example"));
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.publicUrl()).isEqualTo("https://cloud.example");
    }

    @Test
    void knowHowThisMachineReachesTheCloudWhereverItListens() {
        assertThat(CloudOptions.of(Map.of("CUMULET_HOST", "0.0.0.0")).innerUrl())
                .isEqualTo("http://127.0.0.1:8080");
        assertThat(CloudOptions.of(Map.of("CUMULET_HOST", "127.0.0.2")).innerUrl())
                .isEqualTo("http://127.0.0.2:8080");
    }

    @Test
    void unpackProgramsIntoTheFolderUnlessToldOtherwise() {
        assertThat(CloudOptions.of(Map.of("CUMULET_HOME", "/a")).runtime()).isEqualTo(Path.of("/a/runtime"));
        assertThat(CloudOptions.of(Map.of("CUMULET_RUNTIME", "/b")).runtime()).isEqualTo(Path.of("/b"));
    }

    @Test
    void takePortsOfTheirOwnForARunThatNobodyIsToSee() throws IOException {
        var options = CloudOptions.of(Map.of("CUMULET_HOST", "0.0.0.0")).withFreePorts();
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isNotIn(0, 8080).isNotEqualTo(options.kafkaPort());
        assertThat(options.publicUrl()).isEqualTo("http://127.0.0.1:" + options.port());
    }

    @Test
    void sayWhatIsNoPort() {
        assertThatThrownBy(() -> CloudOptions.of(Map.of("CUMULET_PORT", "eighty")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CUMULET_PORT is 'eighty'");
    }

    @Test
    void sayThatAPortIsBusyAndWhatToDo() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = CloudOptions.of(Map.of("CUMULET_PORT", Integer.toString(other.getLocalPort())));
            assertThatThrownBy(options::checkPortsAreFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is busy")
                    .hasMessageContaining("CUMULET_PORT=");
        }
    }

    @Test
    void sayWhichPortIsKafkasWhenThatIsBusy() throws IOException {
        try (var gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = CloudOptions.of(Map.of(
                    "CUMULET_PORT", Integer.toString(gateway.getLocalPort()),
                    "CUMULET_KAFKA_PORT", Integer.toString(other.getLocalPort())));
            gateway.close();
            assertThatThrownBy(options::checkPortsAreFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(Integer.toString(other.getLocalPort()))
                    .hasMessageContaining("CUMULET_KAFKA_PORT=");
        }
    }

    @Test
    void sayThatNoPortIsLeftForKafka() {
        assertThatThrownBy(() -> CloudOptions.of(Map.of("CUMULET_PORT", "65000")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("66012")
                .hasMessageContaining("CUMULET_KAFKA_PORT=");
    }
}
