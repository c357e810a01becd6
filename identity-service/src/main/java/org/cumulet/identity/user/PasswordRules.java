package org.cumulet.identity.user;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.events.Service;
import org.cumulet.identity.password.SecurityCompliance;
import org.jspecify.annotations.Nullable;

/// What the settings say about passwords and those who have them.
@Singleton
class PasswordRules {

    private final SecurityCompliance settings;
    private final Clock clock;

    PasswordRules(SecurityCompliance settings, @Service("identity") Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws Fault.BadRequest when nobody may have such a password
    void mustBeGood(String password) {
        if (settings.passwordRegex().isPresent()
                && !settings.passwordRegex().get().matcher(password).find()) {
            throw new Fault.BadRequest("The password does not match the requirements: %s."
                    .formatted(settings.passwordRegexDescription().orElse("it is not of the form that is asked for")));
        }
    }

    /// One that an admin gives.
    Password given(String hash, Map<String, Object> options) {
        var now = Times.now(clock);
        var first = settings.changePasswordUponFirstUse()
                && !Boolean.TRUE.equals(options.get("ignore_change_password_upon_first_use"));
        return new Password(hash, now, first ? now : end(now), false);
    }

    /// One that a user chooses.
    Password chosen(String hash) {
        var now = Times.now(clock);
        return new Password(hash, now, end(now), true);
    }

    private @Nullable Instant end(Instant now) {
        var days = settings.passwordExpiresDays();
        return days.isPresent() ? now.plus(Duration.ofDays(days.getAsInt())) : null;
    }

    /// How many former passwords, with the present one, a new one must differ from.
    int unique() {
        return settings.uniqueLastPasswordCount();
    }

    /// @throws Fault.Forbidden when the user chose the present password too short a time ago
    void mustBeOldEnough(User user) {
        var since = user.currentPassword().filter(Password::own).map(Password::createdAt);
        var until = since.map(it -> it.plus(Duration.ofDays(settings.minimumPasswordAge())));
        if (until.isPresent() && clock.instant().isBefore(until.get())) {
            var left = Duration.between(clock.instant(), until.get()).toDays() + 1;
            throw new Fault.Forbidden(("A password must be used for %d day(s) before it can be changed: try again in"
                            + " %d day(s), or ask an administrator to reset it.")
                    .formatted(settings.minimumPasswordAge(), left));
        }
    }

    boolean locks(User user) {
        return settings.lockoutFailureAttempts().isPresent() && !user.is("ignore_lockout_failure_attempts");
    }

    /// Whether there were too many wrong guesses of late.
    boolean isLocked(User user) {
        return locks(user)
                && user.failedLogins() >= most()
                && user.failedAt().filter(this::isRecent).isPresent();
    }

    int most() {
        return settings.lockoutFailureAttempts().orElse(Integer.MAX_VALUE);
    }

    /// A lock that was last renewed before this instant has opened.
    Instant unlocked() {
        return settings.lockoutDuration() == 0
                ? Instant.EPOCH
                : Times.now(clock).minusSeconds(settings.lockoutDuration());
    }

    private boolean isRecent(Instant failure) {
        return failure.isAfter(unlocked());
    }

    boolean isExpired(User user) {
        return user.passwordExpiresAt()
                .filter(end -> !clock.instant().isBefore(end))
                .isPresent();
    }

    boolean isInactive(User user) {
        var days = settings.disableUserAccountDaysInactive();
        return days.isPresent()
                && !user.is("ignore_user_inactivity")
                && user.activeOn()
                        .filter(day -> day.plusDays(days.getAsInt()).isBefore(today()))
                        .isPresent();
    }

    /// Whether today is to be written down as a day on which the user logged in.
    boolean isNews(User user) {
        return settings.disableUserAccountDaysInactive().isPresent()
                && user.activeOn().filter(today()::equals).isEmpty();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
