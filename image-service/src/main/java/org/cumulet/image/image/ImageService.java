package org.cumulet.image.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Rule;
import org.cumulet.auth.Target;
import org.cumulet.blobs.Fingerprint;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.image.traits.ImagePatch;
import org.cumulet.image.traits.Traits;
import org.cumulet.image.traits.TraitsReader;
import org.cumulet.image.traits.Visibility;
import org.hibernate.exception.ConstraintViolationException;

/// What can be done with images, apart from their bytes.
@Singleton
public class ImageService {

    private final ImageStore store;
    private final ImageBytes bytes;
    private final Quota quota;
    private final TraitsReader reader;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final Clock clock;

    ImageService(
            ImageStore store,
            ImageBytes bytes,
            Quota quota,
            TraitsReader reader,
            CurrentCaller caller,
            @Service("image") Outbox outbox,
            @Service("image") Clock clock) {
        this.store = store;
        this.bytes = bytes;
        this.quota = quota;
        this.reader = reader;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Image create(NewImage wish) {
        caller.must(ImageRule.CREATE);
        var traits = reader.read(wish.said(), caller.get().projectId().orElse(""));
        caller.must(ImageRule.CREATE, Target.project(traits.owner()));
        mustHaveOwner(traits);
        mustAllow(traits.visibility(), traits);
        quota.mustAllowOneMore(traits.owner());
        var image = added(new Image(unused(wish.id()), traits, Times.now(clock)));
        outbox.publish(ImageEvent.Created.of(image));
        return image;
    }

    private static void mustHaveOwner(Traits traits) {
        if (traits.owner().isBlank()) {
            throw new Fault.Forbidden("An image needs an owner: use a token that is scoped to a project.");
        }
    }

    /// Ids of images that are long gone count as taken: whoever remembers one must not get something else.
    private UUID unused(Optional<UUID> wanted) {
        var id = wanted.orElseGet(UUID::randomUUID);
        if (wanted.isPresent() && store.wasEver(id)) {
            throw taken(id);
        }
        return id;
    }

    private Image added(Image image) {
        try {
            store.persistAndFlush(image);
            return image;
        } catch (ConstraintViolationException sameMoment) {
            throw taken(image.id()).because(sameMoment);
        }
    }

    private static Fault taken(UUID id) {
        return new Fault.Conflict("Image ID %s already exists!".formatted(id));
    }

    @Transactional
    Page<Image> list(MultivaluedMap<String, String> query, Optional<String> marker, int limit) {
        caller.must(ImageRule.LIST);
        var viewer = Viewer.of(caller.get());
        var filter = ImageFilter.of(query, viewer);
        var after = marker.map(text -> NewImage.id(text)
                .flatMap(id -> store.visible(id, viewer))
                .map(Image::id)
                .orElseThrow(() -> new Fault.BadRequest("The marker is not an image that could be found.")));
        return store.page(filter, ImageSort.of(query), after.orElse(null), limit);
    }

    /// An image that the caller may see.
    ///
    /// @throws Fault.NotFound if there is none
    @Transactional
    public Image find(String id) {
        caller.must(ImageRule.SHOW);
        return NewImage.id(id)
                .flatMap(uuid -> store.visible(uuid, Viewer.of(caller.get())))
                .orElseThrow(() -> notFound(id));
    }

    /// An image that the caller may do this to, as it is now, held until the transaction ends.
    ///
    /// @throws Fault.NotFound if the caller may not even see it
    /// @throws Fault.Forbidden if it is somebody else's
    @Transactional
    public Image hold(String id, Rule rule) {
        caller.must(ImageRule.SHOW);
        var image = NewImage.id(id)
                .flatMap(uuid -> store.hold(uuid, Viewer.of(caller.get())))
                .orElseThrow(() -> notFound(id));
        caller.must(rule, Target.project(image.owner()));
        return image;
    }

    private static Fault notFound(String id) {
        return Fault.NotFound.saying("No image found with ID %s".formatted(id.substring(0, Math.min(id.length(), 80))));
    }

    @Transactional
    Image change(String id, ImagePatch patch) {
        return say(id, traits -> reader.change(traits, patch));
    }

    @Transactional
    void tag(String id, String tag) {
        say(id, traits -> reader.tag(traits, tag));
    }

    @Transactional
    void untag(String id, String tag) {
        say(id, traits -> reader.untag(traits, tag));
    }

    private Image say(String id, UnaryOperator<Traits> change) {
        var image = hold(id, ImageRule.CHANGE);
        var before = image.traits();
        var after = change.apply(before);
        if (!after.owner().equals(before.owner())) {
            caller.must(ImageRule.SET_OWNER);
        }
        if (after.visibility() != before.visibility()) {
            mustAllow(after.visibility(), after);
        }
        if (!after.equals(before)) {
            image.change(after, Times.now(clock));
            outbox.publish(ImageEvent.Updated.of(image));
        }
        return image;
    }

    private void mustAllow(Visibility visibility, Traits traits) {
        switch (visibility) {
            case PUBLIC -> caller.must(ImageRule.PUBLICIZE);
            case COMMUNITY -> caller.must(ImageRule.COMMUNITIZE, Target.project(traits.owner()));
            case PRIVATE, SHARED -> {}
        }
    }

    @Transactional
    void deactivate(String id) {
        var image = hold(id, ImageRule.DEACTIVATE);
        var now = Times.now(clock);
        if (image.deactivate(now)) {
            outbox.publish(new ImageEvent.Deactivated(image.id(), image.owner(), now));
        }
    }

    @Transactional
    void reactivate(String id) {
        var image = hold(id, ImageRule.REACTIVATE);
        var now = Times.now(clock);
        if (image.reactivate(now)) {
            outbox.publish(new ImageEvent.Reactivated(image.id(), image.owner(), now));
        }
    }

    /// Whatever the image is doing: an upload that runs learns of it and ends.
    void delete(String id) {
        QuarkusTransaction.requiringNew().call(() -> remove(id)).ifPresent(bytes::release);
    }

    /// @return the hash of what it leaves behind
    private Optional<String> remove(String id) {
        var image = hold(id, ImageRule.DELETE);
        var now = Times.now(clock);
        image.delete(now);
        outbox.publish(new ImageEvent.Deleted(image.id(), image.owner(), now));
        return image.fingerprint().map(Fingerprint::sha512);
    }
}
