package org.cumulet.ssh;

/// The key by which a machine proves that it is itself.
///
/// @param type as in `ssh-ed25519`
/// @param line the public key as OpenSSH writes it
/// @param fingerprint what is pinned: `SHA256:…`
public record HostKey(String type, String line, String fingerprint) {}
