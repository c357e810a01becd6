package org.cumulet.identity.usercredential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.identity.credential.CredentialService;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.secret.Sealer;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Credentials: seen by their user and those who run the cloud, made for the caller's own project. A login that must
/// not make further logins makes none here either.
@Singleton
public class UserCredentialService {

    private static final Target SOMEBODY_ELSE = Target.user("somebody else");

    private final UserCredentialStore store;
    private final CredentialService logins;
    private final AccountService accounts;
    private final NodeService nodes;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final CurrentCaller caller;

    UserCredentialService(
            UserCredentialStore store,
            CredentialService logins,
            AccountService accounts,
            NodeService nodes,
            Sealer sealer,
            ObjectMapper json,
            CurrentCaller caller) {
        this.store = store;
        this.logins = logins;
        this.accounts = accounts;
        this.nodes = nodes;
        this.sealer = sealer;
        this.json = json;
        this.caller = caller;
    }

    /// A credential, and what is in it.
    record Opened(UserCredential credential, String blob) {}

    @Transactional
    Opened create(NewUserCredential wish) {
        caller.must(UserCredentialRule.CREATE, Target.user(wish.userId()));
        logins.mustActForItself();
        if (accounts.find(wish.userId()).isEmpty()) {
            throw Refusal.missing("user", wish.userId());
        }
        mustBeOwn(wish.projectId());
        var credential =
                new UserCredential(idOf(wish), wish, sealer.seal(wish.blob().getBytes(UTF_8)));
        return new Opened(store.add(credential), wish.blob());
    }

    @Transactional
    Page<Opened> list(UserCredentialQuery query) {
        caller.must(UserCredentialRule.LIST);
        var all = caller.may(UserCredentialRule.LIST, SOMEBODY_ELSE);
        return store.page(query.conditions()
                        .is("userId", all ? null : caller.get().userId()))
                .map(this::opened);
    }

    @Transactional
    Opened show(String id) {
        return opened(visible(id, UserCredentialRule.GET));
    }

    @Transactional
    Opened change(String id, UserCredentialChange change) {
        var credential = visible(id, UserCredentialRule.UPDATE);
        logins.mustActForItself();
        mustStay("user_id", change.userId(), credential.userId());
        mustStay("project_id", change.projectId(), credential.projectId().orElse(null));
        var blob = change.blob();
        credential.change(change, blob == null ? null : sealer.seal(blob.getBytes(UTF_8)));
        return opened(credential);
    }

    @Transactional
    void delete(String id) {
        var credential = visible(id, UserCredentialRule.DELETE);
        logins.mustActForItself();
        store.delete(credential);
    }

    /// What is in a user's credentials of one type, whoever asks.
    @Transactional
    public List<String> blobs(String userId, String type) {
        return store.of(userId, type).stream().map(it -> opened(it).blob()).toList();
    }

    private UserCredential visible(String id, UserCredentialRule rule) {
        caller.must(rule);
        return store.findByIdOptional(id)
                .filter(it -> caller.may(rule, it.target()))
                .orElseThrow(() -> Refusal.missing("credential", id));
    }

    private void mustBeOwn(@Nullable String projectId) {
        if (projectId == null) {
            return;
        }
        var mine = caller.get().projectId().filter(projectId::equals).isPresent();
        if (!mine && !caller.may(UserCredentialRule.CREATE, SOMEBODY_ELSE)) {
            throw new Fault.Forbidden("A credential is for the project of the token it is made with.");
        }
        if (nodes.findProject(projectId).isEmpty()) {
            throw Refusal.missing("project", projectId);
        }
    }

    private static void mustStay(String key, Given<String> wish, @Nullable String kept) {
        if (wish.there() && !Objects.equals(wish.value(), kept)) {
            throw new Fault.BadRequest("Update of `%s` is not allowed.".formatted(key));
        }
    }

    /// That of an EC2 credential follows from its access key, which is so unique.
    private String idOf(NewUserCredential wish) {
        if (!wish.type().equals(NewUserCredential.EC2)) {
            return Ids.fresh();
        }
        if (wish.projectId() == null) {
            throw new Fault.BadRequest("Expecting to find project_id in credential.");
        }
        return sha256(accessKey(wish.blob()));
    }

    private String accessKey(String blob) {
        try {
            var access = json.readTree(blob).path("access");
            if (access.isTextual()) {
                return access.asText();
            }
        } catch (JsonProcessingException e) {
            throw new Fault.BadRequest("Invalid blob in credential: it is not JSON.").because(e);
        }
        throw new Fault.BadRequest("Invalid blob in credential: it has no access key.");
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Opened opened(UserCredential credential) {
        return new Opened(credential, new String(sealer.open(credential.sealed()), UTF_8));
    }
}
