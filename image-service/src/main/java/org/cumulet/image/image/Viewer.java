package org.cumulet.image.image;

import org.cumulet.auth.Caller;

/// As whom the store is read.
///
/// @param project sees its own images, what others offer it, and what is for everybody
/// @param isAdmin sees all
record Viewer(String project, boolean isAdmin) {

    /// We ourselves.
    static final Viewer HOUSE = new Viewer("", true);

    static Viewer of(Caller caller) {
        return new Viewer(caller.projectId().orElse(""), caller.isAdmin());
    }
}
