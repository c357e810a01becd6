package org.cumulet.image.format;

import java.util.Optional;

/// Formats that QEMU reads and we do not take: some of them can name other files of the host.
enum Unwanted implements Format {
    QED("qed", "QED\0"),
    VMDK_3("vmdk 3", "COWD"),
    PARALLELS("parallels", "WithoutFreeSpace"),
    PARALLELS_EXTENDED("parallels", "WithouFreSpacExt"),
    BOCHS("bochs", "Bochs Virtual HD Image"),
    COW("cow", "OOOM");

    private final String title;
    private final String magic;

    Unwanted(String title, String magic) {
        this.title = title;
        this.magic = magic;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.empty();
    }

    @Override
    public void follow(Trail trail) {
        trail.read(
                0, magic.length(), first -> trail.refuseIf(first.text().equals(magic), "this format is not supported"));
    }
}
