package org.cumulet.network.extension;

import java.util.List;

/// An extension as the API shows it.
record ExtensionView(String alias, String name, String description, String updated, List<String> links) {

    record One(ExtensionView extension) {}

    record Many(List<ExtensionView> extensions) {}
}
