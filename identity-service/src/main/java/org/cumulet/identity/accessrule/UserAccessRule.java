package org.cumulet.identity.accessrule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.cumulet.auth.AccessRule;
import org.cumulet.identity.store.Ids;

/// A kind of request that a user has limited application credentials to; it outlives them.
@Entity
@Table(name = "access_rule")
public class UserAccessRule {

    @Id
    private String id;

    @Column(name = "user_id")
    private String userId;

    private String service;
    private String method;
    private String path;

    protected UserAccessRule() {}

    UserAccessRule(String userId, AccessRule rule) {
        this.id = Ids.fresh();
        this.userId = userId;
        this.service = rule.service();
        this.method = rule.method();
        this.path = rule.path();
    }

    public String id() {
        return id;
    }

    String userId() {
        return userId;
    }

    public AccessRule rule() {
        return new AccessRule(service, method, path);
    }
}
