package org.cumulet.image.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The bytes of an image as they pass by. Of them only what somebody asked for beforehand is kept, and the last few.
final class Passage {

    /// Nobody needs more at once, so nobody gets more.
    static final int LONGEST_PIECE = 64 * 1024;

    private static final int TAIL = 3 * 512;

    private final List<Wish> wishes = new ArrayList<>();
    private final byte[] tail = new byte[TAIL];
    private long position;

    /// Calls back as soon as the bytes from `offset` on have passed; never, if the image ends before.
    void want(long offset, int length, Consumer<Piece> then) {
        if (length > LONGEST_PIECE || offset < 0) {
            throw new IllegalArgumentException("%d bytes at %d".formatted(length, offset));
        }
        wishes.add(new Wish(offset, new byte[length], then));
    }

    void pass(byte[] bytes, int from, int length) {
        // Answers may bring new wishes; they join the end of the list and are served from the same bytes.
        for (var next = 0; next < wishes.size(); next++) {
            wishes.get(next).take(position, bytes, from, length);
        }
        wishes.removeIf(Wish::isAnswered);
        keepTail(bytes, from, length);
        position += length;
    }

    long length() {
        return position;
    }

    boolean hasTail(int length) {
        return position >= length;
    }

    /// The last bytes so far.
    Piece tail(int length) {
        return new Piece(position - length, Arrays.copyOfRange(tail, TAIL - length, TAIL));
    }

    private void keepTail(byte[] bytes, int from, int length) {
        var fresh = Math.min(length, TAIL);
        System.arraycopy(tail, fresh, tail, 0, TAIL - fresh);
        System.arraycopy(bytes, from + length - fresh, tail, TAIL - fresh, fresh);
    }

    /// Bytes somebody waits for.
    private static final class Wish {

        private final long offset;
        private final byte[] kept;
        private final Consumer<Piece> then;
        private int filled;

        Wish(long offset, byte[] kept, Consumer<Piece> then) {
            this.offset = offset;
            this.kept = kept;
            this.then = then;
        }

        void take(long position, byte[] bytes, int from, int length) {
            var skip = offset + filled - position;
            if (isAnswered() || skip >= length) {
                return;
            }
            var taken = (int) Math.min(kept.length - filled, length - skip);
            System.arraycopy(bytes, from + (int) skip, kept, filled, taken);
            filled += taken;
            if (isAnswered()) {
                then.accept(new Piece(offset, kept));
            }
        }

        boolean isAnswered() {
            return filled == kept.length;
        }
    }
}
