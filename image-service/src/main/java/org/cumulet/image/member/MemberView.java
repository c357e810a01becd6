package org.cumulet.image.member;

import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;

/// A member as the API shows it.
record MemberView(String memberId, UUID imageId, String status, String createdAt, String updatedAt, String schema) {

    static MemberView of(Member member) {
        return new MemberView(
                member.project(),
                member.image(),
                member.status().wire(),
                Times.SECONDS_Z.of(member.createdAt()),
                Times.SECONDS_Z.of(member.updatedAt()),
                "/v2/schemas/member");
    }

    /// All of an image.
    record Many(List<MemberView> members, String schema) {
        static Many of(List<Member> members) {
            return new Many(members.stream().map(MemberView::of).toList(), "/v2/schemas/members");
        }
    }
}
