package org.cumulet.identity.audit;

import java.util.ArrayList;
import java.util.List;
import org.cumulet.identity.audit.AuditEvent.Party;

/// What a request does to what, as its method and path say.
///
/// @param action of CADF: `authenticate`, `create`, `update`, `delete`, and `revoke` for tokens
/// @param kind of thing: `user`
/// @param id the thing's own, `unknown` where the path has none
record Deed(String action, String kind, String id) {

    private static final String LOGIN = "authenticate";
    private static final String UNKNOWN = "unknown";

    /// @param path below `/identity/v3/`
    static Deed of(String method, String path) {
        var parts = new ArrayList<>(List.of(path.split("/")));
        if (path.equals("auth/tokens")) {
            return new Deed(method.equals("POST") ? LOGIN : "revoke", "token", UNKNOWN);
        }
        if (parts.getFirst().equals("auth") || parts.getLast().equals("auth")) {
            return new Deed(LOGIN, "token", UNKNOWN);
        }
        if (parts.getLast().equals("password")) {
            return new Deed("update", "password", parts.get(parts.size() - 2));
        }
        var isOfOne = !method.equals("POST") && parts.size() > 1;
        var id = isOfOne ? parts.removeLast() : UNKNOWN;
        return new Deed(action(method), singular(parts.getLast()), id);
    }

    /// Whether this is how somebody comes in by the word of an identity provider: by any method.
    static boolean isVisit(String path) {
        return path.startsWith("OS-FEDERATION/") && path.endsWith("/auth")
                || path.equals("auth/OS-FEDERATION/openid/redirect");
    }

    boolean isLogin() {
        return action.equals(LOGIN);
    }

    boolean makes() {
        return action.equals("create");
    }

    Party target(String known) {
        return new Party(known, isLogin() ? "service/security/account/user" : "data/security/" + kind, null);
    }

    private static String action(String method) {
        return switch (method) {
            case "POST" -> "create";
            case "DELETE" -> "delete";
            default -> "update";
        };
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
