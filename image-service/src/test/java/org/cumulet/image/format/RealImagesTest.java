package org.cumulet.image.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RealImagesTest {

    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "qcow2, compat=0.10",
        "qcow2, compat=1.1",
        "qcow2, 'compat=1.1,lazy_refcounts=on'",
        "qcow2, 'compat=1.1,extended_l2=on,cluster_size=2M'",
        "qcow2, cluster_size=512",
        "vmdk, subformat=monolithicSparse",
        "vmdk, subformat=streamOptimized",
        "vhdx, subformat=dynamic",
        "vhdx, subformat=fixed",
        "vdi, static=off",
        "vdi, static=on"
    })
    void areToldByTheirBytes(String format, String options) {
        var image = QemuImg.create(folder, format, "8M", "-o", options);

        var size = Looks.at(QemuImg.bytes(image), DiskFormat.named(format).orElseThrow());

        assertThat(size).hasValue(8 * MIB);
    }

    @ParameterizedTest
    @CsvSource({"dynamic", "fixed"})
    void ofVirtualPcAreToldByTheirFooter(String kind) {
        var image = QemuImg.create(folder, "vpc", "8M", "-o", "force_size=on,subformat=" + kind);

        assertThat(Looks.at(QemuImg.bytes(image), DiskFormat.VHD)).hasValue(8 * MIB);
    }

    @ParameterizedTest
    @CsvSource({"qcow2, -c", "vmdk, -osubformat=streamOptimized", "vdi, -ostatic=off", "vhdx, -osubformat=dynamic"})
    void withAPartitionedDiskInThemAreWhatTheyAre(String format, String option) throws IOException {
        var image = QemuImg.convert(partitionedDisk(), format, option);

        assertThat(Looks.at(QemuImg.bytes(image), DiskFormat.named(format).orElseThrow()))
                .hasValue(2 * MIB);
    }

    @Test
    void ofAPartitionedDiskMayBeAFixedVhd() throws IOException {
        var image = QemuImg.convert(partitionedDisk(), "vpc", "-o", "subformat=fixed,force_size=on");

        assertThat(Looks.at(QemuImg.bytes(image), DiskFormat.VHD)).hasValue(2 * MIB);
    }

    @ParameterizedTest
    @EnumSource(names = {"QCOW2", "VMDK", "VHDX", "VDI"})
    void areNotTakenForAnythingElse(DiskFormat real) {
        var bytes = QemuImg.bytes(QemuImg.create(folder, real.wire(), "8M"));

        for (var declared : DiskFormat.values()) {
            if (declared != real) {
                assertThatThrownBy(() -> Looks.at(bytes, declared))
                        .isInstanceOf(RefusedImage.class)
                        .hasMessageContaining("declared as disk_format " + declared.wire())
                        .hasMessageContaining("those of a " + real.wire());
            }
        }
    }

    private Path partitionedDisk() throws IOException {
        var disk = new byte[(int) (2 * MIB)];
        new Random(1).nextBytes(disk);
        disk[510] = 0x55;
        disk[511] = (byte) 0xaa;
        return Files.write(folder.resolve("disk.raw"), disk);
    }

    @Nested
    class OfManyFiles {

        @Test
        void withABackingFileAreRefused() {
            var base = QemuImg.create(folder, "raw", "8M");
            var overlay = folder.resolve("overlay.qcow2");
            QemuImg.run(List.of(
                    "qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", base.toString(), overlay.toString()));

            assertThatThrownBy(() -> Looks.at(QemuImg.bytes(overlay), DiskFormat.QCOW2))
                    .hasMessageContaining("it has a backing file");
        }

        @Test
        void withAnExternalDataFileAreRefused() {
            var image = QemuImg.create(folder, "qcow2", "8M", "-o", "data_file=" + folder.resolve("data"));

            assertThatThrownBy(() -> Looks.at(QemuImg.bytes(image), DiskFormat.QCOW2))
                    .hasMessageContaining("it has an external data file");
        }

        @ParameterizedTest
        @CsvSource({"monolithicFlat", "twoGbMaxExtentSparse", "twoGbMaxExtentFlat"})
        void ofVmwareAreRefused(String kind) {
            var image = QemuImg.create(folder, "vmdk", "8M", "-o", "subformat=" + kind);

            assertThatThrownBy(() -> Looks.at(QemuImg.bytes(image), DiskFormat.VMDK))
                    .isInstanceOf(RefusedImage.class);
            assertThatThrownBy(() -> Looks.at(QemuImg.bytes(image), DiskFormat.RAW))
                    .isInstanceOf(RefusedImage.class);
        }
    }

    @Nested
    class OfHugeDisks {

        @ParameterizedTest
        @CsvSource({"qcow2", "vmdk", "vdi", "vhdx"})
        void areRefusedAlthoughTheyAreSmallFiles(String format) {
            var image = QemuImg.create(folder, format, "1536G");

            assertThatThrownBy(() -> Looks.at(
                            QemuImg.beginning(image), DiskFormat.named(format).orElseThrow()))
                    .isInstanceOfSatisfying(
                            RefusedImage.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusedImage.Reason.TOO_LARGE))
                    .hasMessage("The disk in the image is %d bytes large; at most %d are allowed."
                            .formatted(1536L << 30, Looks.TERABYTE));
        }
    }
}
