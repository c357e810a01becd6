package org.cumulet.database.engine;

/// A database to make.
///
/// @param characterSet as the server names it
/// @param collation as the server names it
public record DatabaseShape(String name, String characterSet, String collation) {}
