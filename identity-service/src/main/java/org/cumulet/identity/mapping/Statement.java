package org.cumulet.identity.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// One of a mapping's rules: when all of these claims are there, all of this holds here. Its keys are written the same
/// in the API and in the database.
///
/// @param local what holds; `{0}` stands for the values of the first claim that is asked for without a choice of values
/// @param remote which claims must be there
@JsonInclude(JsonInclude.Include.NON_NULL)
record Statement(
        @NotNull @Size(min = 1, max = MOST) @Valid List<@NotNull Local> local,
        @NotNull @Size(min = 1, max = MOST) @Valid List<@NotNull Remote> remote) {

    static final int MOST = 100;

    /// @param groups names of groups in the domain beside it
    /// @param domain of the groups; since version 2.0 also of the user and of projects that name none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Local(
            @NeverNull @Valid @Nullable Person user,
            @NeverNull @Valid @Nullable Team group,
            @NeverNull @Text @Nullable String groups,

            @NeverNull @Text @JsonProperty("group_ids") @Nullable
            String groupIds,

            @NeverNull @Valid @Nullable DomainName domain,

            @NeverNull @Size(min = 1, max = MOST) @Valid @Nullable
            List<@NotNull Place> projects) {}

    /// @param type `local` for somebody whom identity knows already, else `ephemeral`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            @NeverNull @Text @Nullable String id,
            @NeverNull @Text @Nullable String name,
            @NeverNull @Text @Nullable String email,
            @NeverNull @Valid @Nullable DomainName domain,

            @NeverNull @Pattern(regexp = "local|ephemeral") @Nullable
            String type) {

        boolean isLocal() {
            return "local".equals(type);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Team(
            @NeverNull @Text @Nullable String id,
            @NeverNull @Text @Nullable String name,
            @NeverNull @Valid @Nullable DomainName domain) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DomainName(
            @NeverNull @Text @Nullable String id,
            @NeverNull @Text @Nullable String name) {}

    /// A project, made where it is not there, and what the user holds in it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @NotNull @Text(blank = false) String name,
            @NeverNull @Valid @Nullable DomainName domain,
            @NotNull @Size(min = 1, max = MOST) @Valid List<@NotNull RoleName> roles) {}

    record RoleName(@NotNull @Text(blank = false) String name) {}

    /// A claim that must be there.
    ///
    /// @param type its name: `OIDC-email`
    /// @param regex whether the values below are regular expressions, found anywhere in the claim's
    /// @param whitelist of its values only these count
    /// @param blacklist of its values these do not count
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Remote(
            @NotNull @Text(blank = false) String type,
            @NeverNull @Nullable Boolean regex,

            @NeverNull @Text @JsonProperty("any_one_of") @Nullable
            List<@NotNull String> anyOneOf,

            @NeverNull @Text @JsonProperty("not_any_of") @Nullable
            List<@NotNull String> notAnyOf,

            @NeverNull @Text @Nullable List<@NotNull String> whitelist,
            @NeverNull @Text @Nullable List<@NotNull String> blacklist) {}
}
