package org.cumulet.api.version;

import java.util.List;

/// A service whose API has microversions declares them as a bean.
///
/// @param path its first path segment: `/compute`
/// @param type its name in `OpenStack-API-Version: compute 2.79`
/// @param olderHeaders headers of its own that carry the bare number, newest first
/// @param minimum what a caller without a header speaks
/// @param maximum what `latest` means
public record Microversioned(
        String path, String type, List<String> olderHeaders, Microversion minimum, Microversion maximum) {}
