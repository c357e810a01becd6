package org.cumulet.image.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cumulet.image.format.RefusedImage.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileImagesTest {

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] image, DiskFormat declared) {
        return assertThatThrownBy(() -> Looks.at(image, declared)).isInstanceOf(RefusedImage.class);
    }

    @Nested
    class AQcow2 {

        @Test
        void thatIsSoundIsTaken() {
            assertThat(Looks.at(qcow2().array(), DiskFormat.QCOW2)).hasValue(1 << 30);
        }

        @Test
        void withABackingFileIsRefusedWhateverItIsCalled() {
            var image =
                    qcow2().putLong(8, 104).putInt(16, 11).put(104, "/etc/passwd".getBytes(StandardCharsets.US_ASCII));

            assertRefused(image.array(), DiskFormat.QCOW2).hasMessageContaining("it has a backing file");
            assertRefused(image.array(), DiskFormat.RAW).hasMessageContaining("the bytes are those of a qcow2");
        }

        @ParameterizedTest
        @CsvSource({
            "4, it has an external data file",
            "2, it is marked as corrupt",
            "32, it uses features that are not known",
            "-9223372036854775808, it uses features that are not known"
        })
        void withDangerousFeaturesIsRefused(long features, String reason) {
            assertRefused(qcow2().putLong(72, features).array(), DiskFormat.QCOW2)
                    .hasMessage(
                            "The image was declared as disk_format qcow2 and is not accepted: %s.".formatted(reason));
        }

        @ParameterizedTest
        @CsvSource({
            "4, 1, qcow version 1 is not supported",
            "4, 4, qcow version 4 is not supported",
            "20, 8, its cluster size is out of range",
            "20, 63, its cluster size is out of range",
            "20, -1, its cluster size is out of range",
            "32, 2, it is encrypted",
            "36, 4194305, its L1 table is too large",
            "36, -1, its L1 table is too large",
            "36, 1, its L1 table is too small for its virtual size",
            "44, 512, its L1 table is misplaced",
            "56, -1, its refcount table is too large",
            "60, 65537, it has too many snapshots",
            "96, 7, its refcount width is out of range",
            "100, 103, its header length is out of range",
            "100, -8, its header length is out of range"
        })
        void withANonsenseFieldIsRefused(int at, int value, String reason) {
            assertRefused(qcow2().putInt(at, value).array(), DiskFormat.QCOW2).hasMessageContaining(reason);
        }

        @Test
        void ofTenTerabytesIsTooLarge() {
            var image = qcow2().putLong(24, 10L << 40).putInt(36, 20480);

            assertThatThrownBy(() -> Looks.at(image.array(), DiskFormat.QCOW2))
                    .isInstanceOfSatisfying(
                            RefusedImage.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
        }

        @Test
        void ofNegativeSizeIsRefused() {
            assertRefused(qcow2().putLong(24, -1).array(), DiskFormat.QCOW2);
        }

        @ParameterizedTest
        @ValueSource(ints = {4, 5, 71, 72, 103})
        void thatEndsInItsHeaderIsRefused(int length) {
            var image = new byte[length];
            System.arraycopy(qcow2().array(), 0, image, 0, length);

            assertRefused(image, DiskFormat.QCOW2).hasMessageContaining("it ends in the middle of its header");
            assertRefused(image, DiskFormat.RAW);
        }

        @Test
        void thatCouldBootAsAPartitionedDiskIsRefused() {
            assertRefused(qcow2().putShort(510, (short) 0x55aa).array(), DiskFormat.QCOW2)
                    .hasMessageContaining("the bytes are those of a partitioned disk");
        }

        private static ByteBuffer qcow2() {
            return ByteBuffer.allocate(4 * 65536)
                    .putInt(0, 0x514649fb)
                    .putInt(4, 3)
                    .putInt(20, 16)
                    .putLong(24, 1 << 30)
                    .putInt(36, 2)
                    .putLong(40, 3 * 65536)
                    .putLong(48, 65536)
                    .putInt(56, 1)
                    .putInt(96, 4)
                    .putInt(100, 104);
        }
    }

    @Nested
    class AnIso {

        @Test
        void isAsLargeAsItsFile() {
            assertThat(Looks.at(iso(), DiskFormat.ISO)).hasValue(40960);
        }

        @Test
        void mayStartLikeADiskSoThatItBootsFromAStick() {
            var image = iso();
            image[510] = 0x55;
            image[511] = (byte) 0xaa;

            assertThat(Looks.at(image, DiskFormat.ISO)).hasValue(40960);
        }

        @Test
        void isNoRawDisk() {
            assertRefused(iso(), DiskFormat.RAW).hasMessageContaining("the bytes are those of a iso");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "QFI\u00fb",
                    "KDMV",
                    "conectix",
                    "vhdxfile",
                    "QED\0",
                    "COWD",
                    "WithoutFreeSpace",
                    "# Disk DescriptorFile\n"
                })
        void thatIsAlsoSomethingElseIsRefused(String magic) {
            var image = iso();
            System.arraycopy(magic.getBytes(StandardCharsets.ISO_8859_1), 0, image, 0, magic.length());

            assertRefused(image, DiskFormat.ISO);
            assertRefused(image, DiskFormat.RAW);
        }

        private static byte[] iso() {
            var image = new byte[20 * 2048];
            image[32768] = 1;
            System.arraycopy("CD001".getBytes(StandardCharsets.US_ASCII), 0, image, 32769, 5);
            return image;
        }
    }

    @Nested
    class AVmdk {

        private static final String DESCRIPTOR = """
                # Disk DescriptorFile
                version=1
                CID=7a3b1c5d
                parentCID=ffffffff
                createType="monolithicSparse"

                # Extent description
                RW 2048 SPARSE "disk.vmdk"
                """;

        @Test
        void thatIsOneFileIsTaken() {
            assertThat(Looks.at(vmdk(2048, DESCRIPTOR), DiskFormat.VMDK)).hasValue(1 << 20);
        }

        @ParameterizedTest
        @CsvSource({
            "monolithicSparse, monolithicFlat, only monolithicSparse and streamOptimized are taken",
            "monolithicSparse, twoGbMaxExtentSparse, only monolithicSparse and streamOptimized are taken",
            "monolithicSparse, vmfs, only monolithicSparse and streamOptimized are taken",
            "createType, createtipe, only monolithicSparse and streamOptimized are taken",
            "parentCID=ffffffff, parentCID=12345678, it has a parent",
            "CID=7a3b1c5d, parentFileNameHint=\"/etc/passwd\", it has a parent",
            "SPARSE, FLAT, its disk is in other files",
            "RW, NO, its disk is in other files",
            "# Extent description, RW 2048 FLAT \"/etc/passwd\" 0, its disk is in other files"
        })
        void whoseDescriptorSaysOtherwiseIsRefused(String from, String to, String reason) {
            assertRefused(vmdk(2048, DESCRIPTOR.replace(from, to)), DiskFormat.VMDK)
                    .hasMessageContaining(reason);
        }

        @Test
        void thatOnlyWrapsADescriptorIsRefused() {
            assertRefused(vmdk(0, DESCRIPTOR), DiskFormat.VMDK).hasMessageContaining("its disk is in other files");
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, Long.MAX_VALUE, 1L << 55})
        void ofImmeasurableSizeIsRefused(long sectors) {
            assertRefused(vmdk(sectors, DESCRIPTOR), DiskFormat.VMDK);
        }

        @ParameterizedTest
        @CsvSource({"0, 1", "-1, 1", "9223372036854775807, 1", "1, 0", "1, 129", "1, -1"})
        void whoseDescriptorIsNowhereIsRefused(long at, long sectors) {
            var image = ByteBuffer.wrap(vmdk(2048, DESCRIPTOR)).order(ByteOrder.LITTLE_ENDIAN);

            assertRefused(image.putLong(28, at).putLong(36, sectors).array(), DiskFormat.VMDK);
        }

        @Test
        void whoseSecondHeaderContradictsTheFirstIsRefused() {
            var image = ByteBuffer.wrap(vmdk(2048, DESCRIPTOR)).order(ByteOrder.LITTLE_ENDIAN);
            var footer = image.capacity() - 1024;
            image.put(footer, "KDMV".getBytes(StandardCharsets.US_ASCII)).putLong(footer + 12, 0);

            assertRefused(image.array(), DiskFormat.VMDK).hasMessageContaining("its footer contradicts its header");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "# Disk DescriptorFile\nversion=1\nRW 1 FLAT \"/etc/passwd\" 0\n",
                    "#disk descriptorfile\r\n",
                    "version=1\nRW 1 FLAT \"/etc/passwd\" 0\n",
                    "# a comment\n   \n#another\r\nversion=2\r\nRW 1 FLAT \"/etc/passwd\" 0\n"
                })
        void thatIsNothingButADescriptorIsRefused(String text) {
            var tiny = text.getBytes(StandardCharsets.US_ASCII);
            var padded = Arrays.copyOf(tiny, 4096);

            assertRefused(tiny, DiskFormat.RAW).hasMessageContaining("the bytes are those of a vmdk descriptor");
            assertRefused(padded, DiskFormat.RAW);
            assertRefused(padded, DiskFormat.VMDK);
        }

        private static byte[] vmdk(long sectors, String descriptor) {
            var image = ByteBuffer.allocate(64 * 512).order(ByteOrder.LITTLE_ENDIAN);
            image.put(0, "KDMV".getBytes(StandardCharsets.US_ASCII))
                    .putInt(4, 1)
                    .putLong(12, sectors)
                    .putLong(20, 128)
                    .putLong(28, 1)
                    .putLong(36, 20)
                    .put(512, descriptor.getBytes(StandardCharsets.US_ASCII));
            return image.array();
        }
    }

    @Nested
    class AVhd {

        @Test
        void mayHideInTheLastSectorButIsFound() {
            var image =
                    ByteBuffer.allocate(8192).put(8192 - 512, footer(2, 4096).array());

            assertThat(Looks.at(image.array(), DiskFormat.VHD)).hasValue(4096);
            assertRefused(image.array(), DiskFormat.RAW).hasMessageContaining("the bytes are those of a vhd");
        }

        @Test
        void withAParentIsRefused() {
            assertRefused(footer(4, 4096).array(), DiskFormat.VHD).hasMessageContaining("it has a parent");
        }

        @Test
        void isAsLargeAsTheLargerOfItsTwoSizes() {
            assertThat(Looks.at(footer(3, 512).putInt(56, 0x00041020).array(), DiskFormat.VHD))
                    .hasValue(4 * 16 * 32 * 512);
        }

        @Test
        void withTwoFootersIsAsLargeAsTheLargerOne() {
            var image = ByteBuffer.allocate(2048)
                    .put(0, footer(3, 4096).array())
                    .put(1536, footer(3, 2L << 40).array());

            assertThatThrownBy(() -> Looks.at(image.array(), DiskFormat.VHD))
                    .isInstanceOfSatisfying(
                            RefusedImage.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
        }

        private static ByteBuffer footer(int kind, long size) {
            return ByteBuffer.allocate(512)
                    .put(0, "conectix".getBytes(StandardCharsets.US_ASCII))
                    .putLong(48, size)
                    .putInt(60, kind);
        }
    }

    @Nested
    class AVhdx {

        private static final int MIB = 1 << 20;

        @Test
        void thatIsSoundIsTaken() {
            assertThat(Looks.at(vhdx().array(), DiskFormat.VHDX)).hasValue(1 << 30);
        }

        @Test
        void withAParentIsRefused() {
            assertRefused(vhdx().putInt(MIB + 65536 + 4, 2).array(), DiskFormat.VHDX)
                    .hasMessageContaining("it has a parent");
        }

        @Test
        void withAnOpenLogIsRefused() {
            assertRefused(vhdx().putLong(128 * 1024 + 48, 1).array(), DiskFormat.VHDX)
                    .hasMessageContaining("it was not closed cleanly");
        }

        @Test
        void withoutAHeaderIsRefused() {
            assertRefused(vhdx().putInt(65536, 0).putInt(131072, 0).array(), DiskFormat.VHDX)
                    .hasMessageContaining("it has no valid header");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 65536, 196608, -1, Long.MIN_VALUE, Long.MAX_VALUE})
        void whoseMetadataAreNowhereIsRefused(long at) {
            assertRefused(vhdx().putLong(196608 + 16 + 16, at).array(), DiskFormat.VHDX);
        }

        @Test
        void withEndlessTablesIsRefused() {
            assertRefused(vhdx().putShort(196608 + 8, (short) -1).array(), DiskFormat.VHDX)
                    .hasMessageContaining("its tables are too long");
        }

        @Test
        void withMoreMetadataThanAnybodyNeedsIsRefused() {
            var image = vhdx().putInt(196608 + 8, 2000);
            for (var entry = 1; entry < 2000; entry++) {
                image.put(196608 + 16 + 32 * entry, image, 196608 + 16, 32);
            }

            assertRefused(image.array(), DiskFormat.VHDX)
                    .hasMessageContaining("its header points where no header can be");
        }

        private static ByteBuffer vhdx() {
            var image = ByteBuffer.allocate(MIB + 65536 + 4096).order(ByteOrder.LITTLE_ENDIAN);
            image.put(0, ascii("vhdxfile"));
            image.put(65536, ascii("head")).putLong(65536 + 8, 1);
            image.put(131072, ascii("head")).putLong(131072 + 8, 2);
            image.put(196608, ascii("regi")).putInt(196608 + 8, 1);
            guid(image, 196608 + 16, 0x8b7ca206, 0x4790, 0x4b9a, 0xb8fe575f050f886eL)
                    .putLong(196608 + 32, MIB);
            image.put(MIB, ascii("metadata")).putShort(MIB + 10, (short) 2);
            guid(image, MIB + 32, 0xcaa16737, 0xfa36, 0x4d43, 0xb3b633f0aa44e76bL)
                    .putInt(MIB + 48, 65536);
            guid(image, MIB + 64, 0x2fa54224, 0xcd1b, 0x4876, 0xb2115dbed83bf4b8L)
                    .putInt(MIB + 80, 65536 + 8);
            return image.putLong(MIB + 65536 + 8, 1 << 30);
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private static ByteBuffer guid(ByteBuffer image, int at, int first, int second, int third, long rest) {
            return image.putInt(at, first)
                    .putShort(at + 4, (short) second)
                    .putShort(at + 6, (short) third)
                    .putLong(at + 8, Long.reverseBytes(rest));
        }
    }

    @Nested
    class AVdi {

        @Test
        void thatIsSoundIsTaken() {
            assertThat(Looks.at(vdi().array(), DiskFormat.VDI)).hasValue(1 << 30);
        }

        @ParameterizedTest
        @CsvSource({
            "76, 3, it has a parent",
            "76, 4, it has a parent",
            "424, 1, it has a parent",
            "440, 1, it has a parent",
            "376, 0, its blocks do not hold its virtual size",
            "384, 1, its blocks do not hold its virtual size"
        })
        void withANonsenseFieldIsRefused(int at, int value, String reason) {
            assertRefused(vdi().putInt(at, value).array(), DiskFormat.VDI).hasMessageContaining(reason);
        }

        private static ByteBuffer vdi() {
            return ByteBuffer.allocate(1024)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(64, 0xbeda107f)
                    .putInt(76, 1)
                    .putLong(368, 1 << 30)
                    .putInt(376, 1 << 20)
                    .putInt(384, 1024);
        }
    }

    @Nested
    class BytesWithoutMeaning {

        private static final byte[] NOISE = noise();

        @ParameterizedTest
        @EnumSource(names = {"QCOW2", "VMDK", "VHD", "VHDX", "VDI", "ISO"})
        void areNoneOfTheFormatsThatHaveAHeader(DiskFormat declared) {
            assertRefused(NOISE, declared).hasMessageContaining("the bytes are not those of a " + declared.wire());
        }

        @Test
        void areARawDiskOfTheirOwnSize() {
            assertThat(Looks.at(NOISE, DiskFormat.RAW)).hasValue(NOISE.length);
            assertThat(Looks.at(new byte[0], DiskFormat.RAW)).hasValue(0);
        }

        @ParameterizedTest
        @EnumSource(names = {"AMI", "ARI", "AKI", "PLOOP"})
        void mayBeAKernelOrAMachineImage(DiskFormat declared) {
            assertThat(Looks.at(NOISE, declared)).isEmpty();
        }

        @Test
        void mayBeAnArchiveAroundADisk() {
            assertThat(Looks.at(NOISE, new Expectation(DiskFormat.VMDK, true, Looks.TERABYTE)))
                    .isEmpty();
            assertThat(Looks.at(NOISE, new Expectation(DiskFormat.RAW, true, Looks.TERABYTE)))
                    .isEmpty();
        }

        @Test
        void areTooLargeWhenThereAreTooMany() {
            assertThatThrownBy(() -> Looks.at(NOISE, new Expectation(DiskFormat.RAW, false, 1000)))
                    .isInstanceOfSatisfying(
                            RefusedImage.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
        }

        @ParameterizedTest
        @CsvSource({
            "QCOW2, 51 46 49 fb 00 00 00 03",
            "VMDK, 4b 44 4d 56 01 00 00 00",
            "VHD, 63 6f 6e 65 63 74 69 78",
            "VHDX, 76 68 64 78 66 69 6c 65"
        })
        void behindAMagicNumberNeverMakeTheInspectorStumble(DiskFormat declared, String magic) {
            var random = new Random(42);
            var beginning = HexFormat.ofDelimiter(" ").parseHex(magic);
            for (var round = 0; round < 300; round++) {
                var image = new byte[300_000];
                random.nextBytes(image);
                System.arraycopy(beginning, 0, image, 0, 8);
                assertThat(catchThrowable(() -> inspect(image, declared)))
                        .satisfiesAnyOf(
                                none -> assertThat(none).isNull(),
                                refused -> assertThat(refused).isInstanceOf(RefusedImage.class));
            }
        }

        private static void inspect(byte[] image, DiskFormat declared) {
            var inspector = new Inspector(new Expectation(declared, false, Long.MAX_VALUE));
            inspector.pass(image, 0, image.length);
            inspector.end();
        }

        private static byte[] noise() {
            var bytes = new byte[50_000];
            new Random(7).nextBytes(bytes);
            return bytes;
        }
    }

    @Nested
    class ADiskInAnArchiveOfItsName {

        @Test
        void isStillLookedAt() {
            var overlay = AQcow2.qcow2().putLong(8, 104).putInt(16, 11).array();

            assertThatThrownBy(() -> Looks.at(overlay, new Expectation(DiskFormat.QCOW2, true, Looks.TERABYTE)))
                    .hasMessageContaining("it has a backing file");
        }
    }
}
