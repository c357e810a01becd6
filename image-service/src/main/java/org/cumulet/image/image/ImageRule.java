package org.cumulet.image.image;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with an image.
public enum ImageRule implements Rule {
    LIST("get_images", Access.PROJECT_READER),
    SHOW("get_image", Access.PROJECT_READER),
    CREATE("add_image", Access.PROJECT_MEMBER),
    CHANGE("modify_image", Access.PROJECT_MEMBER),
    DELETE("delete_image", Access.PROJECT_MEMBER),
    UPLOAD("upload_image", Access.PROJECT_MEMBER),
    DOWNLOAD("download_image", Access.PROJECT_MEMBER),
    PUBLICIZE("publicize_image", Access.ADMIN),
    COMMUNITIZE("communitize_image", Access.PROJECT_MEMBER),
    DEACTIVATE("deactivate", Access.PROJECT_MEMBER),
    REACTIVATE("reactivate", Access.PROJECT_MEMBER),
    SET_OWNER("set_owner", Access.ADMIN);

    private final String rule;
    private final Access access;

    ImageRule(String rule, Access access) {
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
