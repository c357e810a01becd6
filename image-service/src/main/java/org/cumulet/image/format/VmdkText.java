package org.cumulet.image.format;

import java.util.Optional;
import java.util.regex.Pattern;

/// A VMware descriptor by itself: nothing but the names of other files.
final class VmdkText implements Format {

    private static final Pattern TITLE = Pattern.compile("#\\s*Disk DescriptorFile", Pattern.CASE_INSENSITIVE);

    /// How QEMU tells one: comments and blanks, then the version.
    private static final Pattern VERSION =
            Pattern.compile("(?:(?:#[^\n]*| *\r?)\n)*+version=[0-9]+\\s", Pattern.CASE_INSENSITIVE);

    private static final int ENOUGH = 512;

    @Override
    public String title() {
        return "vmdk descriptor";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.empty();
    }

    @Override
    public void follow(Trail trail) {
        trail.read(0, ENOUGH, beginning -> check(beginning, trail));
    }

    @Override
    public void atEnd(Trail trail, Passage passage) {
        if (!passage.hasTail(ENOUGH)) {
            check(passage.tail((int) passage.length()), trail);
        }
    }

    private static void check(Piece beginning, Trail trail) {
        var text = beginning.text();
        trail.refuseIf(
                TITLE.matcher(text).lookingAt() || VERSION.matcher(text).lookingAt(), "its disk is in other files");
    }
}
