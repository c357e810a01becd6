package org.cumulet.database.dump;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The bytes of a dump are not those that were kept, or not all of them.
public final class Damaged extends IOException {

    private static final long serialVersionUID = 1;

    public Damaged(String how, @Nullable Throwable cause) {
        super("The backup is damaged: " + how, cause);
    }
}
