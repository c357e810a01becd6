package org.cumulet.compute.hypervisor.drive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A small CD image (ISO 9660, level 2): a few directories with a few files each.
///
/// Names are written in capitals as the standard wants them; every kernel shows them in small letters again.
final class Iso9660 {

    private static final int SECTOR = 2048;
    private static final int DESCRIPTOR = 16;
    private static final int PATH_TABLE_LITTLE = 18;
    private static final int PATH_TABLE_BIG = 19;
    private static final int FIRST_DIRECTORY = 20;
    private static final int DIRECTORY_FLAG = 2;

    /// Drives read ahead, and busybox does not look at anything smaller than 68 KiB.
    private static final int EMPTY_SECTORS_AT_THE_END = 150;

    private final Directory root = new Directory("", null);
    private final List<Directory> directories = new ArrayList<>();
    private int sectors;

    private static final class Directory {
        private final String name;
        private final Directory parent;
        private final Map<String, Directory> directories = new TreeMap<>();
        private final Map<String, File> files = new TreeMap<>();
        private int sector;

        Directory(String name, @Nullable Directory parent) {
            this.name = name;
            this.parent = parent == null ? this : parent;
        }
    }

    private static final class File {
        private final byte[] bytes;
        private int sector;

        File(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private Iso9660() {}

    /// @param files paths such as `openstack/latest/meta_data.json` and what is in them
    static byte[] image(String label, Map<String, byte[]> files) {
        var iso = new Iso9660();
        files.forEach(iso::add);
        iso.layOut();
        return iso.write(label);
    }

    private void add(String path, byte[] bytes) {
        var directory = root;
        var names = path.split("/", -1);
        for (int i = 0; i < names.length - 1; i++) {
            var parent = directory;
            directory = directory.directories.computeIfAbsent(capitals(names[i]), name -> new Directory(name, parent));
        }
        var name = capitals(names[names.length - 1]);
        directory.files.put((name.contains(".") ? name : name + ".") + ";1", new File(bytes));
    }

    private static String capitals(String name) {
        if (!name.matches("[a-z0-9_]{1,26}(\\.[a-z0-9_]{1,4})?")) {
            throw new IllegalArgumentException("Not a name for a CD: " + name);
        }
        return name.toUpperCase(Locale.ROOT);
    }

    private void layOut() {
        directories.add(root);
        for (int i = 0; i < directories.size(); i++) { // level by level, as the path table wants them
            directories.addAll(directories.get(i).directories.values());
        }
        sectors = FIRST_DIRECTORY;
        for (var directory : directories) {
            directory.sector = sectors++;
        }
        for (var directory : directories) {
            for (var file : directory.files.values()) {
                file.sector = sectors;
                sectors += Math.ceilDiv(file.bytes.length, SECTOR);
            }
        }
        sectors += EMPTY_SECTORS_AT_THE_END;
    }

    private byte[] write(String label) {
        var image = ByteBuffer.allocate(sectors * SECTOR);
        writeDescriptors(image, label);
        writePathTable(image.position(PATH_TABLE_LITTLE * SECTOR), ByteOrder.LITTLE_ENDIAN);
        writePathTable(image.position(PATH_TABLE_BIG * SECTOR), ByteOrder.BIG_ENDIAN);
        for (var directory : directories) {
            image.position(directory.sector * SECTOR);
            write(image, directory);
            for (var file : directory.files.values()) {
                image.put(file.sector * SECTOR, file.bytes);
            }
        }
        return image.array();
    }

    private void writeDescriptors(ByteBuffer image, String label) {
        image.position(DESCRIPTOR * SECTOR);
        image.put((byte) 1).put("CD001".getBytes(US_ASCII)).put((byte) 1).put((byte) 0);
        text(image, "LINUX", 32);
        text(image, label, 32);
        skip(image, 8);
        both(image, sectors);
        skip(image, 32);
        both(image, (short) 1);
        both(image, (short) 1);
        both(image, (short) SECTOR);
        both(image, pathTableSize());
        image.order(ByteOrder.LITTLE_ENDIAN).putInt(PATH_TABLE_LITTLE).putInt(0);
        image.order(ByteOrder.BIG_ENDIAN).putInt(PATH_TABLE_BIG).putInt(0);
        record(image, new byte[] {0}, root.sector, SECTOR, DIRECTORY_FLAG);
        text(image, "", 128 * 4 + 37 * 3);
        for (int i = 0; i < 4; i++) {
            image.put("0000000000000000".getBytes(US_ASCII)).put((byte) 0); // no date
        }
        image.put((byte) 1);
        image.position((DESCRIPTOR + 1) * SECTOR);
        image.put((byte) 255).put("CD001".getBytes(US_ASCII)).put((byte) 1);
    }

    private int pathTableSize() {
        return directories.stream()
                .mapToInt(directory -> 8 + even(identifier(directory).length))
                .sum();
    }

    private void writePathTable(ByteBuffer image, ByteOrder order) {
        image.order(order);
        for (var directory : directories) {
            var identifier = identifier(directory);
            image.put((byte) identifier.length).put((byte) 0).putInt(directory.sector);
            image.putShort((short) (directories.indexOf(directory.parent) + 1));
            image.put(identifier);
            skip(image, identifier.length % 2);
        }
    }

    private static byte[] identifier(Directory directory) {
        return directory.name.isEmpty() ? new byte[] {0} : directory.name.getBytes(US_ASCII);
    }

    private static void write(ByteBuffer image, Directory directory) {
        record(image, new byte[] {0}, directory.sector, SECTOR, DIRECTORY_FLAG);
        record(image, new byte[] {1}, directory.parent.sector, SECTOR, DIRECTORY_FLAG);
        var entries = new TreeMap<String, Runnable>();
        directory.directories.forEach((name, child) ->
                entries.put(name, () -> record(image, name.getBytes(US_ASCII), child.sector, SECTOR, DIRECTORY_FLAG)));
        directory.files.forEach((name, file) ->
                entries.put(name, () -> record(image, name.getBytes(US_ASCII), file.sector, file.bytes.length, 0)));
        entries.values().forEach(Runnable::run);
        if (image.position() > (directory.sector + 1) * SECTOR) {
            throw new IllegalArgumentException("Too many files in /" + directory.name);
        }
    }

    private static void record(ByteBuffer image, byte[] identifier, int sector, int length, int flags) {
        image.put((byte) (33 + identifier.length + (identifier.length + 1) % 2));
        image.put((byte) 0);
        both(image, sector);
        both(image, length);
        image.put(new byte[] {70, 1, 1, 0, 0, 0, 0}); // no date either
        image.put((byte) flags).put((byte) 0).put((byte) 0);
        both(image, (short) 1);
        image.put((byte) identifier.length).put(identifier);
        skip(image, (identifier.length + 1) % 2);
    }

    private static void both(ByteBuffer image, int value) {
        image.order(ByteOrder.LITTLE_ENDIAN).putInt(value);
        image.order(ByteOrder.BIG_ENDIAN).putInt(value);
    }

    private static void both(ByteBuffer image, short value) {
        image.order(ByteOrder.LITTLE_ENDIAN).putShort(value);
        image.order(ByteOrder.BIG_ENDIAN).putShort(value);
    }

    private static void text(ByteBuffer image, String text, int length) {
        image.put(text.getBytes(US_ASCII));
        for (int i = text.length(); i < length; i++) {
            image.put((byte) ' ');
        }
    }

    private static void skip(ByteBuffer image, int bytes) {
        image.position(image.position() + bytes);
    }

    private static int even(int length) {
        return length + length % 2;
    }
}
