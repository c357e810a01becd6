package org.cumulet.image.image;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cumulet.api.page.Page;
import org.jspecify.annotations.Nullable;

/// Where images are kept. What a project may not see is not found, and neither is what was deleted.
@Singleton
class ImageStore implements PanacheRepositoryBase<Image, UUID> {

    private static final String MEMBER =
            "exists (select 1 from image_member m where m.image = i.id and m.project = :project%s)";

    /// May be asked for by its id.
    static final String VISIBLE =
            "(i.owner = :project or i.visibility in ('PUBLIC', 'COMMUNITY') or i.visibility = 'SHARED' and %s)"
                    .formatted(MEMBER.formatted(""));

    /// May be in a list.
    static final String LISTED =
            "(i.owner = :project or i.visibility in ('PUBLIC', 'COMMUNITY') or i.visibility = 'SHARED' and %s)"
                    .formatted(MEMBER.formatted(" and m.status = :member_status"));

    private static final String ALIVE = "select i.* from image i where i.deleted_at is null";

    Optional<Image> visible(UUID id, Viewer viewer) {
        return visible(id, viewer, "");
    }

    /// The row as it is now, held until the transaction ends: moves of one image happen one after the other.
    Optional<Image> hold(UUID id, Viewer viewer) {
        return visible(id, viewer, " for update of i");
    }

    private Optional<Image> visible(UUID id, Viewer viewer, String ending) {
        var statement = ALIVE + " and i.id = :id" + (viewer.isAdmin() ? "" : " and " + VISIBLE) + ending;
        var query = getEntityManager().createNativeQuery(statement, Image.class).setParameter("id", id);
        if (!viewer.isAdmin()) {
            query.setParameter("project", viewer.project());
        }
        return images(query.getResultList()).stream().findFirst();
    }

    boolean wasEver(UUID id) {
        return count("id", id) > 0;
    }

    Page<Image> page(ImageFilter filter, ImageSort sort, @Nullable UUID marker, int limit) {
        var statement = new StringBuilder("select i.* from image i");
        if (marker != null) {
            statement
                    .append(" join image m on m.id = :marker and (")
                    .append(sort.after("i", "m"))
                    .append(")");
        }
        statement.append(" where i.deleted_at is null and ").append(filter.conditions());
        statement.append(" order by ").append(sort.order("i"));
        var query = getEntityManager()
                .createNativeQuery(statement.toString(), Image.class)
                .setMaxResults(limit + 1);
        filter.values().forEach((name, value) -> {
            if (statement.indexOf(":" + name) >= 0) {
                query.setParameter(name, value);
            }
        });
        if (marker != null) {
            query.setParameter("marker", marker);
        }
        return Page.of(images(query.getResultList()), limit);
    }

    /// Uploads that have not ended.
    List<Receiving> receiving() {
        return find("status", ImageStatus.SAVING).project(Receiving.class).list();
    }

    /// An image and the upload that it belongs to.
    record Receiving(UUID id, UUID upload) {}

    Set<String> hashes() {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select distinct i.sha512 from Image i where i.deletedAt is null and i.sha512 is not null",
                        String.class)
                .getResultList());
    }

    boolean refersTo(String sha512) {
        return count("sha512 = ?1 and deletedAt is null", sha512) > 0;
    }

    long countOf(String owner) {
        return count("traits.owner = ?1 and deletedAt is null", owner);
    }

    long countReceivingOf(String owner, UUID apartFrom) {
        return count("traits.owner = ?1 and status = ?2 and id <> ?3", owner, ImageStatus.SAVING, apartFrom);
    }

    /// All bytes that a project has or has been promised, apart from one image.
    long bytesOf(String owner, UUID apartFrom) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(coalesce(i.size, 0L) + i.reserved), 0L) from Image i where i.traits.owner = :owner and i.deletedAt is null and i.id <> :id",
                        Long.class)
                .setParameter("owner", owner)
                .setParameter("id", apartFrom)
                .getSingleResult();
    }

    /// Until the transaction ends nobody else does what needs this lock.
    void lock(Lock kind, String key) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:kind, hashtext(:key))", Integer.class)
                .setParameter("kind", kind.number)
                .setParameter("key", key)
                .getSingleResult();
    }

    /// What is done one after the other.
    enum Lock {
        /// Counting against a project's quota.
        QUOTA(0x696d61),
        /// Keeping and removing the same bytes.
        BYTES(0x696d62);

        private final int number;

        Lock(int number) {
            this.number = number;
        }
    }

    @SuppressWarnings("unchecked") // the queries say so
    private static List<Image> images(List<?> rows) {
        return (List<Image>) rows;
    }
}
