package org.cumulet.identity.ldap;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.identity.wire.Listed;
import org.jspecify.annotations.Nullable;

/// The options of a domain in the group `ldap`, by Keystone's names.
///
/// @throws IllegalArgumentException for a value that an option cannot have
record LdapOptions(Map<String, @Nullable Object> all) {

    private static final int USUAL_SECONDS = 5;

    /// What is in the directory: `user` or `group`.
    enum Kind {
        USER("user", "ou=Users"),
        GROUP("group", "ou=UserGroups");

        private final String prefix;
        private final String usualTree;

        Kind(String prefix, String usualTree) {
            this.prefix = prefix;
            this.usualTree = usualTree;
        }
    }

    List<String> urls() {
        return List.of(required("url").split("\\s*,\\s*"));
    }

    Optional<String> bindDn() {
        return text("user");
    }

    String password() {
        return text("password").orElse("");
    }

    String tree(Kind kind) {
        return text(kind.prefix + "_tree_dn").orElseGet(() -> kind.usualTree + "," + required("suffix"));
    }

    Optional<String> filter(Kind kind) {
        return text(kind.prefix + "_filter");
    }

    String objectClass(Kind kind) {
        return required(kind.prefix + "_objectclass");
    }

    String idAttribute(Kind kind) {
        return required(kind.prefix + "_id_attribute");
    }

    String nameAttribute(Kind kind) {
        return required(kind.prefix + "_name_attribute");
    }

    String descriptionAttribute(Kind kind) {
        return required(kind == Kind.USER ? "user_description_attribute" : "group_desc_attribute");
    }

    String mailAttribute() {
        return required("user_mail_attribute");
    }

    String enabledAttribute() {
        return required("user_enabled_attribute");
    }

    /// Whether a user with this value of the attribute is enabled. A value that says neither yes nor no is no.
    boolean isEnabled(@Nullable String value) {
        var said = Objects.requireNonNullElse(value, required("user_enabled_default"));
        var mask = number("user_enabled_mask");
        if (mask != 0) {
            return said.matches("-?\\d{1,10}") && (Long.parseLong(said) & mask) != mask;
        }
        return flag("user_enabled_invert") ? isNo(said) : isYes(said);
    }

    private static boolean isYes(String value) {
        return value.equalsIgnoreCase("true") || value.equals("1");
    }

    private static boolean isNo(String value) {
        return value.equalsIgnoreCase("false") || value.equals("0");
    }

    String memberAttribute() {
        return required("group_member_attribute");
    }

    boolean membersAreIds() {
        return flag("group_members_are_ids");
    }

    boolean isNested() {
        return flag("group_ad_nesting");
    }

    SearchScope scope() {
        return switch (required("query_scope")) {
            case "one" -> SearchScope.ONE;
            case "sub" -> SearchScope.SUB;
            default -> throw new IllegalArgumentException("query_scope is one or sub");
        };
    }

    DereferencePolicy dereference() {
        return switch (required("alias_dereferencing")) {
            case "default", "never" -> DereferencePolicy.NEVER;
            case "searching" -> DereferencePolicy.SEARCHING;
            case "finding" -> DereferencePolicy.FINDING;
            case "always" -> DereferencePolicy.ALWAYS;
            default ->
                throw new IllegalArgumentException(
                        "alias_dereferencing is never, searching, always, finding or default");
        };
    }

    /// No pages where it is 0.
    int pageSize() {
        return number("page_size");
    }

    /// The most that a list has.
    int listLimit() {
        return text("list_limit").isEmpty() ? Listed.MOST : number("list_limit");
    }

    boolean startsTls() {
        return flag("use_tls");
    }

    Optional<String> authorities() {
        return text("tls_cacertfile");
    }

    /// Whether the directory must prove who it is.
    boolean checksCertificates() {
        return switch (required("tls_req_cert")) {
            case "demand" -> true;
            case "allow", "never" -> false;
            default -> throw new IllegalArgumentException("tls_req_cert is demand, allow or never");
        };
    }

    /// For a connection, and for an answer.
    int timeoutMillis() {
        var seconds = number("connection_timeout");
        return 1_000 * (seconds <= 0 ? USUAL_SECONDS : seconds);
    }

    private String required(String option) {
        return text(option).orElseThrow(() -> new IllegalArgumentException(option + " is missing"));
    }

    private Optional<String> text(String option) {
        return Optional.ofNullable(all.get(option)).map(String::valueOf).filter(it -> !it.isBlank());
    }

    private boolean flag(String option) {
        return text(option).filter(LdapOptions::isYes).isPresent();
    }

    private int number(String option) {
        var said = required(option);
        if (!said.matches("-?\\d{1,9}")) {
            throw new IllegalArgumentException(option + " is no number");
        }
        return Integer.parseInt(said);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "LdapOptions[%s]".formatted(all.get("url"));
    }
}
