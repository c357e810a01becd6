package org.cumulet.compute.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The host as its tenants may know it: two servers of a project on one host have the same, those of others do not.
public final class HostId {

    private HostId() {}

    /// Empty while it is nowhere.
    public static String of(Server server) {
        return server.host().map(host -> of(server.project(), host.name())).orElse("");
    }

    public static String of(String project, String host) {
        try {
            var digest = MessageDigest.getInstance("SHA-224").digest((project + host).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
