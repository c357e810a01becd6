package org.cumulet.auth;

/// The roles every deployment has. Each of the first three implies those after it.
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String MEMBER = "member";
    public static final String READER = "reader";
    public static final String SERVICE = "service";

    private Roles() {}
}
