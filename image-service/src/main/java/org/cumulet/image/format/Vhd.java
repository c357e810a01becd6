package org.cumulet.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Virtual PC's format: a footer of one sector, repeated at the beginning unless the disk has a fixed size.
final class Vhd implements Format {

    private static final byte[] MAGIC = "conectix".getBytes(StandardCharsets.US_ASCII);
    private static final int SECTOR = 512;
    private static final int FIXED = 2;
    private static final int DYNAMIC = 3;

    /// The largest geometry means: larger than geometry can say.
    private static final long NO_GEOMETRY = 65535L * 16 * 255 * SECTOR;

    @Override
    public String title() {
        return "vhd";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.of(DiskFormat.VHD);
    }

    @Override
    public void follow(Trail trail) {
        trail.read(0, MAGIC.length, magic -> {
            if (magic.has(0, MAGIC)) {
                trail.recognise();
                trail.read(MAGIC.length, SECTOR - MAGIC.length, rest -> check(rest, 0, trail));
            }
        });
    }

    @Override
    public void atEnd(Trail trail, Passage passage) {
        if (passage.hasTail(SECTOR) && passage.tail(SECTOR).has(0, MAGIC)) {
            trail.recognise();
            check(passage.tail(SECTOR), MAGIC.length, trail);
        }
    }

    private static void check(Piece piece, int at, Trail trail) {
        var kind = piece.bigU32(at + 52);
        trail.refuseIf(kind != FIXED && kind != DYNAMIC, "it has a parent");
        // Readers disagree on which of the two sizes counts, so the larger one does.
        trail.understand(Math.max(piece.big64(at + 40), geometry(piece, at + 48)));
        trail.refuseIf(piece.big64(at + 40) < 0, "its virtual size is beyond all measure");
    }

    private static long geometry(Piece piece, int at) {
        var cylinders = piece.u8(at) << 8 | piece.u8(at + 1);
        var size = (long) cylinders * piece.u8(at + 2) * piece.u8(at + 3) * SECTOR;
        return size == NO_GEOMETRY ? 0 : size;
    }
}
