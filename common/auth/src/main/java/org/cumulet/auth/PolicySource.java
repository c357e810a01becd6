package org.cumulet.auth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of one service that operators may change. A service that has such rules produces one as a bean.
///
/// @param file where they are changed: YAML or JSON, check strings by rule names; nothing is changed without
/// @param rules all that may be changed, as they are by default
/// @param bases check strings that others refer to, by their names
public record PolicySource(Optional<Path> file, List<? extends Rule> rules, Map<String, String> bases) {}
