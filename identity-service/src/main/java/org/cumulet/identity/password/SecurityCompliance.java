package org.cumulet.identity.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What passwords must be like, how long they last and how often one may guess: names and units of Keystone's
/// `[security_compliance]`. What is not set does not hold.
@ConfigMapping(prefix = "cumulet.identity.security-compliance")
public interface SecurityCompliance {

    /// After so many wrong passwords in a row an account is locked.
    OptionalInt lockoutFailureAttempts();

    /// Seconds that it stays locked; 0: until an admin sets `enabled`.
    @WithDefault("1800")
    int lockoutDuration();

    /// After so many days a password must be changed.
    OptionalInt passwordExpiresDays();

    /// A password that its user chooses must differ from so many before it, the present one included.
    @WithDefault("0")
    int uniqueLastPasswordCount();

    /// Days that a password which its user chose must be kept.
    @WithDefault("0")
    int minimumPasswordAge();

    /// What every new password matches.
    Optional<Pattern> passwordRegex();

    /// The same in words, for those whose password does not.
    Optional<String> passwordRegexDescription();

    /// Whether a password that an admin set must be changed before it is of use.
    @WithDefault("false")
    boolean changePasswordUponFirstUse();

    /// Who has not logged in for more than so many days is disabled.
    OptionalInt disableUserAccountDaysInactive();
}
