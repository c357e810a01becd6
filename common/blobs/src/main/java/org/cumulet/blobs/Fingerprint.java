package org.cumulet.blobs;

/// What tells these bytes from all others.
///
/// @param md5 in hex; what clients compare
/// @param sha512 in hex; what the file is named after
public record Fingerprint(long size, String md5, String sha512) {}
