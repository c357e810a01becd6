package org.cumulet.image.format;

import java.util.Optional;

/// VirtualBox's format.
final class Vdi implements Format {

    private static final long MAGIC = 0xbeda107fL;
    private static final int MAGIC_AT = 64;
    private static final int HEADER = 512;
    private static final long DYNAMIC = 1;
    private static final long FIXED = 2;

    @Override
    public String title() {
        return "vdi";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.of(DiskFormat.VDI);
    }

    @Override
    public void follow(Trail trail) {
        trail.read(MAGIC_AT, 4, magic -> {
            if (magic.u32(0) == MAGIC) {
                trail.recognise();
                trail.read(MAGIC_AT + 4, HEADER - MAGIC_AT - 4, rest -> check(rest, trail));
            }
        });
    }

    private static void check(Piece rest, Trail trail) {
        var kind = rest.u32(76 - 68);
        trail.refuseIf(kind != DYNAMIC && kind != FIXED, "it has a parent");
        trail.refuseIf(!rest.isZero(424 - 68, 456 - 68), "it has a parent");
        var size = rest.i64(368 - 68);
        var blockSize = rest.u32(376 - 68);
        var blocks = rest.u32(384 - 68);
        trail.refuseIf(blockSize == 0 || blocks * blockSize < size, "its blocks do not hold its virtual size");
        trail.understand(size);
    }
}
