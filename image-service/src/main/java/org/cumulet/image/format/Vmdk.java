package org.cumulet.image.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// VMware's format. Of its many kinds only those that are one file: monolithicSparse and streamOptimized.
final class Vmdk implements Format {

    private static final byte[] MAGIC = "KDMV".getBytes(StandardCharsets.US_ASCII);
    private static final int SECTOR = 512;
    private static final long LARGEST_DESCRIPTOR = Passage.LONGEST_PIECE / SECTOR;
    private static final long AT_END = -1;
    private static final Set<String> KINDS = Set.of("monolithicSparse", "streamOptimized");

    @Override
    public String title() {
        return "vmdk";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.of(DiskFormat.VMDK);
    }

    @Override
    public void follow(Trail trail) {
        trail.read(0, MAGIC.length, magic -> {
            if (magic.has(0, MAGIC)) {
                trail.recognise();
                trail.read(MAGIC.length, SECTOR - MAGIC.length, rest -> sparse(new Header(rest, 0), trail));
            }
        });
    }

    private void sparse(Header header, Trail trail) {
        trail.refuseIf(header.version() < 1 || header.version() > 3, "its version is not known");
        // Without a capacity the header is only a wrapping around a descriptor that names other files.
        trail.refuseIf(header.capacity() <= 0, "its disk is in other files");
        trail.refuseIf(header.capacity() > Long.MAX_VALUE / SECTOR, "its virtual size is beyond all measure");
        trail.refuseIf(
                header.descriptorSectors() < 1 || header.descriptorSectors() > LARGEST_DESCRIPTOR,
                "the size of its descriptor is out of range");
        if (trail.refusal() == null && header.descriptorAt() <= Long.MAX_VALUE / SECTOR) {
            trail.read(
                    header.descriptorAt() * SECTOR,
                    (int) header.descriptorSectors() * SECTOR,
                    descriptor -> describe(header, descriptor.text(), trail));
        }
    }

    private void describe(Header header, String descriptor, Trail trail) {
        var lines = descriptor.replace("\0", "").lines().map(String::strip).toList();
        trail.refuseIf(
                !KINDS.contains(value(lines, "createType")), "only monolithicSparse and streamOptimized are taken");
        trail.refuseIf(!value(lines, "parentCID").equalsIgnoreCase("ffffffff"), "it has a parent");
        trail.refuseIf(!value(lines, "parentFileNameHint").isEmpty(), "it has a parent");
        var extents = lines.stream().filter(Vmdk::isExtent).toList();
        trail.refuseIf(extents.size() != 1 || !extents.getFirst().contains(" SPARSE "), "its disk is in other files");
        trail.understand(header.capacity() * SECTOR);
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(key))
                .map(pair -> pair[1].strip().replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private static boolean isExtent(String line) {
        return line.startsWith("RW ") || line.startsWith("RDONLY ") || line.startsWith("NOACCESS ");
    }

    /// Where the grain directory is at the end, a second header stands there, and readers believe that one.
    @Override
    public void atEnd(Trail trail, Passage passage) {
        if (!trail.isUnderstood() || !passage.hasTail(3 * SECTOR)) {
            return;
        }
        var tail = passage.tail(3 * SECTOR);
        if (tail.has(SECTOR, MAGIC)) {
            var footer = new Header(tail, SECTOR + MAGIC.length);
            trail.refuseIf(
                    footer.capacity() != trail.virtualSize() / SECTOR || footer.grainDirectory() == AT_END,
                    "its footer contradicts its header");
        }
    }

    /// The sparse header without its magic, at a place in a piece.
    private record Header(Piece piece, int at) {

        long version() {
            return piece.u32(at);
        }

        long capacity() {
            return piece.i64(at + 8);
        }

        long descriptorAt() {
            return piece.i64(at + 24);
        }

        long descriptorSectors() {
            return piece.i64(at + 32);
        }

        long grainDirectory() {
            return piece.i64(at + 52);
        }
    }
}
