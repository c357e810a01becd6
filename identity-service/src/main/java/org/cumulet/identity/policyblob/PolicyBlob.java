package org.cumulet.identity.policyblob;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Objects;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.wire.Extra;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// The rules of some service, as a text.
@Entity
@Table(name = "policy")
public class PolicyBlob {

    @Id
    private String id;

    private String type;
    private String blob;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected PolicyBlob() {}

    PolicyBlob(NewPolicyBlob wish) {
        this.id = Ids.fresh();
        this.type = wish.type();
        this.blob = wish.blob();
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    void change(PolicyBlobChange change) {
        type = Objects.requireNonNullElse(change.type(), type);
        blob = Objects.requireNonNullElse(change.blob(), blob);
        extra = Extra.merge(extra, change.extra());
    }

    public String id() {
        return id;
    }

    String type() {
        return type;
    }

    String blob() {
        return blob;
    }

    Map<String, Object> extra() {
        return extra;
    }
}
