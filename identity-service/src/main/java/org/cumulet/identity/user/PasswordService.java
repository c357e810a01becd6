package org.cumulet.identity.user;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.password.Passwords;

/// Lets in who knows the password. Whatever is wrong, the answer is the same and takes as long; wrong guesses count,
/// and a hash of an older kind is renewed.
@Singleton
public class PasswordService {

    private final AccountService accounts;
    private final Passwords passwords;
    private final PasswordRules rules;

    PasswordService(AccountService accounts, Passwords passwords, PasswordRules rules) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
    }

    /// The user, as it is after the password proved right.
    ///
    /// @param who the one who was asked for, in the words of the caller, found or not
    /// @throws Fault.Unauthorized when it did not, and when it would not help: the account is disabled or locked
    public User check(Object who, Optional<User> found, String password) {
        var user = found.filter(User::isEnabled).filter(it -> !rules.isLocked(it));
        var hash = user.flatMap(User::password);
        if (hash.isEmpty()) {
            passwords.fitsNobody(who, password);
            throw new Fault.Unauthorized();
        }
        if (!passwords.fits(who, password, hash.get())) {
            accounts.failed(user.orElseThrow());
            throw new Fault.Unauthorized();
        }
        return passwords.isOutdated(hash.get())
                ? renewed(who, user.orElseThrow(), hash.get(), password)
                : user.orElseThrow();
    }

    /// The same, for a user who wants to come in now.
    ///
    /// @throws Fault.Unauthorized also when the password is right but must be changed first, and then it says so
    public User login(Object who, Optional<User> found, String password) {
        var user = check(who, found, password);
        if (!accounts.entered(user)) {
            throw new Fault.Unauthorized();
        }
        if (rules.isExpired(user)) {
            throw Fault.Unauthorized.saying(
                    "The password is expired and needs to be changed for user: %s.".formatted(user.id()));
        }
        return user;
    }

    /// Lets in whose password somebody else knows.
    ///
    /// @param knows whether it is the user's password; asked with nobody where it would not help, to take as long
    /// @throws Fault.Unauthorized when it is not, or would not help: the account is disabled or locked
    public User login(Optional<User> found, Predicate<Optional<User>> knows) {
        var user = found.filter(User::isEnabled).filter(it -> !rules.isLocked(it));
        if (!knows.test(user)) {
            user.ifPresent(accounts::failed);
            throw new Fault.Unauthorized();
        }
        if (!accounts.entered(user.orElseThrow())) {
            throw new Fault.Unauthorized();
        }
        return user.orElseThrow();
    }

    /// Whether wrong guesses that came in meanwhile have locked the account.
    public boolean isLocked(User user) {
        return rules.isLocked(user);
    }

    /// A wrong proof of another kind counts as a wrong password does.
    public void failed(User user) {
        accounts.failed(user);
    }

    private User renewed(Object who, User user, String old, String password) {
        var hash = passwords.renew(password);
        return accounts.rehash(user.id(), old, hash)
                ? accounts.find(user.id()).orElseThrow(Fault.Unauthorized::new)
                : check(who, accounts.find(user.id()), password);
    }
}
