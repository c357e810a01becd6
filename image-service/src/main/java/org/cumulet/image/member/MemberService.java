package org.cumulet.image.member;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.image.ImageSettings;
import org.cumulet.image.image.Image;
import org.cumulet.image.image.ImageService;

/// Offering images to other projects, and answering to offers.
@Singleton
public class MemberService {

    private final MemberStore store;
    private final ImageService images;
    private final CurrentCaller caller;
    private final ImageSettings.Limits limits;
    private final Clock clock;

    MemberService(
            MemberStore store,
            ImageService images,
            CurrentCaller caller,
            ImageSettings settings,
            @Service("image") Clock clock) {
        this.store = store;
        this.images = images;
        this.caller = caller;
        this.limits = settings.limits();
        this.clock = clock;
    }

    @Transactional
    Member add(String id, NewMember wish) {
        var image = images.hold(id, MemberRule.ADD);
        mustBeShared(image);
        var key = new Member.Id(image.id(), wish.member());
        if (store.findByIdOptional(key).isPresent()) {
            throw new Fault.Conflict("Member %s is duplicated for image %s".formatted(wish.member(), image.id()));
        }
        mustHaveRoom(image);
        var member = new Member(key, Times.now(clock));
        store.persist(member);
        return member;
    }

    private void mustHaveRoom(Image image) {
        var attempted = store.countOf(image.id()) + 1;
        if (attempted > limits.members()) {
            throw new Fault.OverQuota(
                    "The limit has been exceeded on the number of allowed image members for this image. Attempted: %d, Maximum: %d"
                            .formatted(attempted, limits.members()));
        }
    }

    /// The owner sees all, a member itself.
    @Transactional
    List<Member> list(String id) {
        caller.must(MemberRule.LIST);
        var image = images.find(id);
        mustBeShared(image);
        return store.of(image.id()).stream()
                .filter(it -> concernsCaller(image, it))
                .toList();
    }

    @Transactional
    Member show(String id, String project) {
        caller.must(MemberRule.SHOW);
        return find(images.find(id), project);
    }

    /// Only the project that the image is offered to can answer.
    @Transactional
    Member answer(String id, String project, MemberAnswer answer) {
        caller.must(MemberRule.ANSWER);
        var image = images.find(id);
        mustBeShared(image);
        var member = find(image, project);
        caller.must(MemberRule.ANSWER, Target.project(member.project()));
        member.answer(answer.value(), Times.now(clock));
        return member;
    }

    @Transactional
    void remove(String id, String project) {
        var image = images.hold(id, MemberRule.REMOVE);
        mustBeShared(image);
        store.delete(find(image, project));
    }

    private Member find(Image image, String project) {
        return store.findByIdOptional(new Member.Id(image.id(), project))
                .filter(it -> image.isShared() && concernsCaller(image, it))
                .orElseThrow(() -> Fault.NotFound.saying("%s not found in the member list of the image %s."
                        .formatted(project.substring(0, Math.min(project.length(), 80)), image.id())));
    }

    private boolean concernsCaller(Image image, Member member) {
        var own = caller.get().projectId().orElse("");
        return caller.get().isAdmin() || own.equals(image.owner()) || own.equals(member.project());
    }

    private static void mustBeShared(Image image) {
        if (!image.isShared()) {
            throw new Fault.Forbidden("Only shared images have members.");
        }
    }
}
