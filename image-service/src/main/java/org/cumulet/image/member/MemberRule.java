package org.cumulet.image.member;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with the members of an image.
enum MemberRule implements Rule {
    LIST("get_members", Access.PROJECT_READER),
    SHOW("get_member", Access.PROJECT_READER),
    ADD("add_member", Access.PROJECT_MEMBER),
    REMOVE("delete_member", Access.PROJECT_MEMBER),
    /// The project is the one the image is offered to, not the owner.
    ANSWER("modify_member", Access.PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    MemberRule(String rule, Access access) {
        this.rule = rule;
        this.access = access;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Access access() {
        return access;
    }
}
