package org.cumulet.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

/// Hyper-V's format: a table of regions leads to a table of metadata, and that to the size of the disk.
final class Vhdx implements Format {

    private static final byte[] MAGIC = "vhdxfile".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEADER = "head".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REGIONS = "regi".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] METADATA = "metadata".getBytes(StandardCharsets.US_ASCII);

    private static final int KIB = 1024;
    private static final int TABLE = 64 * KIB;
    private static final int ENTRY = 32;
    private static final int MOST_ENTRIES = 2047;

    private static final UUID METADATA_REGION = UUID.fromString("8b7ca206-4790-4b9a-b8fe-575f050f886e");
    private static final UUID FILE_PARAMETERS = UUID.fromString("caa16737-fa36-4d43-b3b6-33f0aa44e76b");
    private static final UUID DISK_SIZE = UUID.fromString("2fa54224-cd1b-4876-b211-5dbed83bf4b8");
    private static final UUID PARENT = UUID.fromString("a8d35f2d-b30b-454d-abf7-d3d84834ab0c");

    private static final long HAS_PARENT = 2;

    @Override
    public String title() {
        return "vhdx";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.of(DiskFormat.VHDX);
    }

    @Override
    public void follow(Trail trail) {
        trail.read(0, MAGIC.length, magic -> {
            if (magic.has(0, MAGIC)) {
                trail.recognise();
                trail.read(
                        64 * KIB,
                        64,
                        first -> trail.read(128 * KIB, 64, second -> {
                            refuseOpenLog(first, second, trail);
                            trail.read(192 * KIB, TABLE, regions -> regions(regions, trail));
                        }));
            }
        });
    }

    /// What waits in the log could change everything that is checked here.
    private static void refuseOpenLog(Piece first, Piece second, Trail trail) {
        var current = sequence(second) > sequence(first) ? second : first;
        trail.refuseIf(sequence(current) < 0, "it has no valid header");
        trail.refuseIf(!current.isZero(48, 64), "it was not closed cleanly");
    }

    private static long sequence(Piece header) {
        return header.has(0, HEADER) ? header.i64(8) & Long.MAX_VALUE : -1;
    }

    private void regions(Piece table, Trail trail) {
        trail.refuseIf(!table.has(0, REGIONS), "it has no table of regions");
        each(table, 8, 16, trail, at -> {
            if (table.guid(at).equals(METADATA_REGION)) {
                trail.read(table.i64(at + 16), TABLE, metadata -> metadata(metadata, trail));
            }
        });
    }

    private void metadata(Piece table, Trail trail) {
        trail.refuseIf(!table.has(0, METADATA), "it has no metadata");
        each(table, 10, 32, trail, at -> {
            var item = table.guid(at);
            var offset = table.offset() + table.u32(at + 16);
            trail.refuseIf(item.equals(PARENT), "it has a parent");
            if (item.equals(FILE_PARAMETERS)) {
                trail.read(
                        offset,
                        8,
                        parameters -> trail.refuseIf((parameters.u32(4) & HAS_PARENT) != 0, "it has a parent"));
            } else if (item.equals(DISK_SIZE)) {
                trail.read(offset, 8, size -> trail.understand(size.i64(0)));
            }
        });
    }

    private static void each(Piece table, int countAt, int firstAt, Trail trail, IntConsumer entry) {
        var count = table.u16(countAt);
        trail.refuseIf(count > MOST_ENTRIES || firstAt + count * ENTRY > table.length(), "its tables are too long");
        for (var at = firstAt; at < firstAt + count * ENTRY && trail.refusal() == null; at += ENTRY) {
            entry.accept(at);
        }
    }
}
