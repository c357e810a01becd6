package org.cumulet.batch.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Something that is wrong with a document.
///
/// @param line from 1, where the document is lines
/// @param pointer into the document, or into its line: `/operations/3/path`
record Problem(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer line, String pointer, String message) {}
