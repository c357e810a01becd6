package org.cumulet.image.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cumulet.image.format.RefusedImage.Reason;

/// Looks at an image while it passes by, and stops it as soon as it is clear that it is not what it was said to be.
public final class Inspector {

    private final Expectation expectation;
    private final Passage passage = new Passage();
    private final Map<Format, Trail> trails = new LinkedHashMap<>();

    public Inspector(Expectation expectation) {
        this.expectation = expectation;
        for (var format : formats()) {
            var trail = new Trail(passage);
            trails.put(format, trail);
            format.follow(trail);
        }
    }

    private static List<Format> formats() {
        var formats = new ArrayList<Format>(List.of(
                new Qcow2(),
                new Vmdk(),
                new VmdkText(),
                new Vhd(),
                new Vhdx(),
                new Vdi(),
                new Iso(),
                new PartitionTable()));
        formats.addAll(List.of(Unwanted.values()));
        return formats;
    }

    /// The next bytes.
    public void pass(byte[] bytes, int from, int length) {
        passage.pass(bytes, from, length);
        check();
    }

    /// There are no more. Answers how much a guest will see, where that can be told.
    public OptionalLong end() {
        trails.forEach((format, trail) -> {
            format.atEnd(trail, passage);
            trail.end();
        });
        check();
        var size = size();
        size.ifPresent(this::checkSize);
        return size;
    }

    private void check() {
        trails.forEach((format, trail) -> {
            if (trail.isRecognised()) {
                check(format, trail);
            }
        });
    }

    private void check(Format found, Trail trail) {
        if (!expectation.allows(found)) {
            throw unfit("the bytes are those of a %s".formatted(found.title()));
        }
        if (trail.refusal() != null) {
            throw unfit(trail.refusal());
        }
        checkSize(trail.virtualSize());
    }

    private void checkSize(long virtualSize) {
        if (virtualSize > expectation.largestDisk()) {
            throw new RefusedImage(
                    Reason.TOO_LARGE,
                    "The disk in the image is %d bytes large; at most %d are allowed."
                            .formatted(virtualSize, expectation.largestDisk()));
        }
    }

    private OptionalLong size() {
        return switch (expectation.format()) {
            case AMI, ARI, AKI, PLOOP -> OptionalLong.empty();
            case RAW -> expectation.wrapped() ? OptionalLong.empty() : OptionalLong.of(passage.length());
            case ISO, VHD, VHDX, VMDK, QCOW2, VDI -> sizeFound();
        };
    }

    private OptionalLong sizeFound() {
        for (var entry : trails.entrySet()) {
            var answers = entry.getKey().answersTo().filter(expectation.format()::equals);
            if (answers.isPresent() && entry.getValue().isRecognised()) {
                return OptionalLong.of(entry.getValue().virtualSize());
            }
        }
        if (expectation.wrapped()) {
            return OptionalLong.empty();
        }
        throw unfit(
                "the bytes are not those of a %s".formatted(expectation.format().wire()));
    }

    private RefusedImage unfit(String why) {
        return new RefusedImage(
                Reason.UNFIT,
                "The image was declared as disk_format %s and is not accepted: %s."
                        .formatted(expectation.format().wire(), why));
    }
}
