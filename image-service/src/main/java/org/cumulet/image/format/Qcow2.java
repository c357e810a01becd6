package org.cumulet.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// QEMU's copy-on-write format, versions 2 and 3. Its header can name other files of the host: those are refused.
final class Qcow2 implements Format {

    private static final byte[] MAGIC = "QFI\u00fb".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER_V2 = 72;
    private static final int HEADER_V3 = 104;

    private static final long DIRTY = 1;
    private static final long CORRUPT = 1 << 1;
    private static final long DATA_FILE = 1 << 2;
    private static final long COMPRESSION = 1 << 3;
    private static final long EXTENDED_L2 = 1 << 4;

    private static final long LARGEST_L1_TABLE = 32L << 20;
    private static final long LARGEST_REFCOUNT_TABLE = 8L << 20;
    private static final long MOST_SNAPSHOTS = 65536;

    @Override
    public String title() {
        return "qcow2";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.of(DiskFormat.QCOW2);
    }

    @Override
    public void follow(Trail trail) {
        trail.read(0, MAGIC.length, magic -> {
            if (magic.has(0, MAGIC)) {
                trail.recognise();
                trail.read(4, HEADER_V2 - 4, header -> common(header, trail));
            }
        });
    }

    private void common(Piece rest, Trail trail) {
        var header = new Header(rest);
        refuseOtherFiles(header, trail);
        refuseNonsense(header, trail);
        switch ((int) header.version()) {
            case 2 -> trail.understand(header.virtualSize());
            case 3 -> trail.read(HEADER_V2, HEADER_V3 - HEADER_V2, more -> features(header, more, trail));
            default -> trail.refuse("qcow version %d is not supported".formatted(header.version()));
        }
    }

    private static void refuseOtherFiles(Header header, Trail trail) {
        trail.refuseIf(header.backingFileOffset() != 0 || header.backingFileLength() != 0, "it has a backing file");
        trail.refuseIf(header.encryption() != 0, "it is encrypted");
    }

    private static void refuseNonsense(Header header, Trail trail) {
        trail.refuseIf(header.clusterBits() < 9 || header.clusterBits() > 21, "its cluster size is out of range");
        trail.refuseIf(header.l1Entries() * 8 > LARGEST_L1_TABLE, "its L1 table is too large");
        trail.refuseIf(header.snapshots() > MOST_SNAPSHOTS, "it has too many snapshots");
        if (header.clusterBits() >= 9 && header.clusterBits() <= 21) {
            refuseNonsenseTables(header, 1L << header.clusterBits(), trail);
        }
    }

    private static void refuseNonsenseTables(Header header, long cluster, Trail trail) {
        trail.refuseIf(header.l1Entries() < header.l1EntriesNeeded(), "its L1 table is too small for its virtual size");
        trail.refuseIf(header.l1Offset() % cluster != 0, "its L1 table is misplaced");
        trail.refuseIf(
                header.refcountOffset() % cluster != 0 || header.refcountOffset() == 0,
                "its refcount table is misplaced");
        trail.refuseIf(header.refcountClusters() * cluster > LARGEST_REFCOUNT_TABLE, "its refcount table is too large");
        trail.refuseIf(
                header.snapshots() > 0 && header.snapshotsOffset() % cluster != 0, "its snapshot table is misplaced");
    }

    private static void features(Header header, Piece more, Trail trail) {
        var incompatible = more.big64(0);
        var known = DIRTY | CORRUPT | DATA_FILE | COMPRESSION | EXTENDED_L2;
        trail.refuseIf((incompatible & DATA_FILE) != 0, "it has an external data file");
        trail.refuseIf((incompatible & CORRUPT) != 0, "it is marked as corrupt");
        trail.refuseIf((incompatible & ~known) != 0, "it uses features that are not known");
        trail.refuseIf(more.bigU32(24) > 6, "its refcount width is out of range");
        var length = more.bigU32(28);
        trail.refuseIf(
                length < HEADER_V3 || length % 8 != 0 || length > 1L << header.clusterBits(),
                "its header length is out of range");
        trail.understand(header.virtualSize());
    }

    /// The part that both versions share, without the magic.
    private record Header(Piece rest) {

        long version() {
            return rest.bigU32(0);
        }

        long backingFileOffset() {
            return rest.big64(4);
        }

        long backingFileLength() {
            return rest.bigU32(12);
        }

        long clusterBits() {
            return rest.bigU32(16);
        }

        long virtualSize() {
            return rest.big64(20);
        }

        long encryption() {
            return rest.bigU32(28);
        }

        long l1Entries() {
            return rest.bigU32(32);
        }

        long l1Offset() {
            return rest.big64(36);
        }

        long refcountOffset() {
            return rest.big64(44);
        }

        long refcountClusters() {
            return rest.bigU32(52);
        }

        long snapshots() {
            return rest.bigU32(56);
        }

        long snapshotsOffset() {
            return rest.big64(60);
        }

        /// An L2 table is one cluster of 8-byte entries (16 with subclusters, so this is the lower bound for both).
        long l1EntriesNeeded() {
            var reach = (int) (2 * clusterBits() - 3);
            return virtualSize() <= 0 ? 0 : ((virtualSize() - 1) >>> reach) + 1;
        }
    }
}
