package org.cumulet.image.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// Where members are kept.
@Singleton
class MemberStore implements PanacheRepositoryBase<Member, Member.Id> {

    List<Member> of(UUID image) {
        return list("id.image = ?1 order by createdAt, id.project", image);
    }

    long countOf(UUID image) {
        return count("id.image", image);
    }
}
