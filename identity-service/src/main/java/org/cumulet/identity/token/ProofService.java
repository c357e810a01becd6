package org.cumulet.identity.token;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.TokenVerifier;
import org.cumulet.events.Service;
import org.cumulet.identity.audit.Suspect;
import org.cumulet.identity.credential.ApplicationCredential;
import org.cumulet.identity.credential.CredentialService;
import org.cumulet.identity.directory.Directories;
import org.cumulet.identity.password.Passwords;
import org.cumulet.identity.token.AuthRequest.Identity;
import org.cumulet.identity.totp.TotpService;
import org.cumulet.identity.user.PasswordService;
import org.cumulet.identity.user.User;
import org.jspecify.annotations.Nullable;

/// Checks what a login shows. Whatever is wrong with it, the answer is the same and takes as long.
@Singleton
class ProofService {

    private static final String CREDENTIAL = "application_credential";

    private final Directory directory;
    private final Directories directories;
    private final TotpService totp;
    private final ReceiptService receipts;
    private final CredentialService credentials;
    private final PasswordService guard;
    private final Passwords passwords;
    private final TokenVerifier verifier;
    private final Suspect suspect;
    private final Clock clock;

    ProofService(
            Directory directory,
            Directories directories,
            TotpService totp,
            ReceiptService receipts,
            CredentialService credentials,
            PasswordService guard,
            Passwords passwords,
            TokenVerifier verifier,
            Suspect suspect,
            @Service("identity") Clock clock) {
        this.directory = directory;
        this.directories = directories;
        this.totp = totp;
        this.receipts = receipts;
        this.credentials = credentials;
        this.guard = guard;
        this.passwords = passwords;
        this.verifier = verifier;
        this.suspect = suspect;
        this.clock = clock;
    }

    /// @param receipt of what was shown before
    /// @throws Fault.Unauthorized when it proves nothing, or not for one user
    Proof check(Identity identity, @Nullable String receipt) {
        var methods = Set.copyOf(identity.methods());
        if (methods.size() > 1 && methods.contains(CREDENTIAL)) {
            throw new Fault.BadRequest(
                    "Invalid input for attribute auth.identity.methods: application_credential stands alone.");
        }
        var proofs = Stream.concat(
                        methods.stream().sorted().map(method -> check(method, identity)),
                        Stream.ofNullable(receipt).map(receipts::open).map(Proof.ByReceipt::new))
                .toList();
        if (proofs.stream().map(Proof::userId).distinct().count() != 1) {
            throw new Fault.Unauthorized();
        }
        return proofs.size() == 1 ? proofs.getFirst() : new Proof.Several(proofs);
    }

    private Proof check(String method, Identity identity) {
        return switch (method) {
            case "password" -> byPassword(part("password", identity.password()).user());
            case "token" -> byToken(part("token", identity.token()));
            case "totp" -> byTotp(part("totp", identity.totp()).user());
            case CREDENTIAL -> byCredential(part(CREDENTIAL, identity.applicationCredential()));
            default -> throw new Fault.Unauthorized();
        };
    }

    private Proof byTotp(AuthRequest.WithPasscode given) {
        var found = directory.user(given.who());
        found.map(User::id).ifPresent(suspect::is);
        return new Proof.ByTotp(totp.login(found, given.passcode()).id());
    }

    private Proof byPassword(AuthRequest.WithPassword given) {
        var found = directory.user(given.who());
        found.map(User::id).ifPresent(suspect::is);
        var domainId = directory.domainOf(given.who(), found).filter(directories::has);
        if (domainId.isPresent()) {
            return byDirectory(domainId.get(), found, given.password());
        }
        var user = guard.login(given.who(), found, given.password());
        return new Proof.ByPassword(user.id(), user.password().orElseThrow());
    }

    /// Its groups are those of now.
    private Proof byDirectory(String domainId, Optional<User> found, String password) {
        var user = guard.login(
                found,
                it -> directories.knows(domainId, it.flatMap(User::directoryId).orElse(null), password));
        directory.mustBeThere(user.id());
        return new Proof.ByDirectory(user.id());
    }

    private Proof byToken(AuthRequest.Token given) {
        var parent = verifier.verify(given.id());
        suspect.is(parent.userId());
        if (parent.applicationCredential() != null) {
            throw new Fault.Forbidden("A token made with an application credential cannot be rescoped.");
        }
        if (parent.trust() != null) {
            throw new Fault.Forbidden("A token made with a trust cannot be rescoped.");
        }
        return new Proof.ByToken(parent);
    }

    private Proof byCredential(AuthRequest.Credential given) {
        var credential = find(given)
                .filter(it ->
                        it.expiresAt().map(end -> end.isAfter(clock.instant())).orElse(true));
        credential.map(ApplicationCredential::userId).ifPresent(suspect::is);
        mustFit(given, credential.map(ApplicationCredential::secret));
        credential.map(ApplicationCredential::userId).ifPresent(directory::mustBeThere);
        return new Proof.ByCredential(credential.orElseThrow());
    }

    private Optional<ApplicationCredential> find(AuthRequest.Credential given) {
        if (given.id() != null) {
            return credentials.find(given.id());
        }
        var name = part("name", given.name());
        return directory.user(part("user", given.user())).flatMap(user -> credentials.findNamed(user.id(), name));
    }

    private void mustFit(AuthRequest.Credential given, Optional<String> hash) {
        if (hash.isEmpty()) {
            passwords.fitsNobody(given.whose(), given.secret());
            throw new Fault.Unauthorized();
        }
        if (!passwords.fits(given.whose(), given.secret(), hash.get())) {
            throw new Fault.Unauthorized();
        }
    }

    private static <T> T part(String name, @Nullable T part) {
        if (part == null) {
            throw new Fault.BadRequest("Expecting to find %s in identity.".formatted(name));
        }
        return part;
    }
}
