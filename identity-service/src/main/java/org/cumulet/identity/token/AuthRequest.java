package org.cumulet.identity.token;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A login: who somebody says to be, how that is proved, and what the token shall be good for.
record AuthRequest(@NotNull @Valid Auth auth) {

    record Auth(
            @NotNull @Valid Identity identity,
            @NeverNull @Valid @Nullable WantedScope scope) {}

    /// @param methods names of the parts that hold the proof; parts of methods that we do not know are not read
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Identity(
            @NotNull @Size(min = 1, max = 10) List<@NotNull String> methods,
            @Valid @Nullable Password password,
            @Valid @Nullable Token token,
            @Valid @Nullable Credential applicationCredential,
            @Valid @Nullable Totp totp) {}

    record Password(@NotNull @Valid WithPassword user) {}

    record WithPassword(
            @Text(max = 64) @Nullable String id,
            @Text(max = 255) @Nullable String name,
            @Valid @Nullable DomainName domain,
            @NotNull @Text(max = 4096) String password) {

        UserName who() {
            return new UserName(id, name, domain);
        }

        /// Without the password.
        @Override
        public String toString() {
            return "WithPassword[]";
        }
    }

    record Totp(@NotNull @Valid WithPasscode user) {}

    record WithPasscode(
            @Text(max = 64) @Nullable String id,
            @Text(max = 255) @Nullable String name,
            @Valid @Nullable DomainName domain,
            @NotNull @Text(max = 64) String passcode) {

        UserName who() {
            return new UserName(id, name, domain);
        }

        /// Without the passcode.
        @Override
        public String toString() {
            return "WithPasscode[]";
        }
    }

    record Token(@NotNull @Text(max = 8192) String id) {

        /// Without the token.
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    record Credential(
            @Text(max = 64) @Nullable String id,
            @Text(max = 255) @Nullable String name,
            @Valid @Nullable UserName user,
            @NotNull @Text(max = 4096) String secret) {

        /// The credential that is asked for, in the words of the caller.
        Credential whose() {
            return new Credential(id, name, user, "");
        }

        /// Without the secret.
        @Override
        public String toString() {
            return "Credential[]";
        }
    }

    /// By id, or by name within a domain.
    record UserName(
            @Text(max = 64) @Nullable String id,
            @Text(max = 255) @Nullable String name,
            @Valid @Nullable DomainName domain) {}

    /// By id, or by name.
    record DomainName(
            @Text(max = 64) @Nullable String id,
            @Text(max = 64) @Nullable String name) {}
}
