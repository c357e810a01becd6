package org.cumulet.identity.user;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.cumulet.identity.wire.Text;

/// A user's own change of password.
record NewPassword(
        @NotNull @Text(max = NewUser.LONGEST_PASSWORD) String originalPassword,

        @NotNull @Text(max = NewUser.LONGEST_PASSWORD, blank = false)
        String password) {

    /// Without either.
    @Override
    public String toString() {
        return "NewPassword[]";
    }

    record Request(@NotNull @Valid NewPassword user) {}
}
