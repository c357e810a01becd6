package org.cumulet.image.format;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one format has made of the bytes so far.
final class Trail {

    /// No honest header is longer, and what is read is kept in memory.
    private static final int LONGEST_HEADER = 256 * 1024;

    private final Passage passage;
    private boolean recognised;
    private boolean understood;
    private long virtualSize;
    private long readTo;
    private long asked;
    private @Nullable String refusal;

    Trail(Passage passage) {
        this.passage = passage;
    }

    /// Asks for bytes further on. Where an image says that they lie before what was just read, it is lying.
    void read(long offset, int length, Consumer<Piece> then) {
        asked += length;
        if (offset < readTo || length > Passage.LONGEST_PIECE || asked > LONGEST_HEADER) {
            refuse("its header points where no header can be");
            return;
        }
        passage.want(offset, length, piece -> {
            readTo = Math.max(readTo, piece.end());
            then.accept(piece);
        });
    }

    void recognise() {
        recognised = true;
    }

    void refuse(String reason) {
        recognised = true;
        if (refusal == null) {
            refusal = reason;
        }
    }

    void refuseIf(boolean bad, String reason) {
        if (bad) {
            refuse(reason);
        }
    }

    /// The whole header has been read and names this size.
    void understand(long size) {
        refuseIf(size < 0, "its virtual size is beyond all measure");
        understood = true;
        virtualSize = Math.max(virtualSize, size);
    }

    /// A header that was begun has to be complete.
    void end() {
        refuseIf(recognised && !understood, "it ends in the middle of its header");
    }

    boolean isRecognised() {
        return recognised;
    }

    boolean isUnderstood() {
        return understood;
    }

    long virtualSize() {
        return virtualSize;
    }

    @Nullable
    String refusal() {
        return refusal;
    }
}
