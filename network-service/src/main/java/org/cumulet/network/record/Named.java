package org.cumulet.network.record;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Something of a project that has a name and tags.
@MappedSuperclass
public class Named extends Owned {

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags;

    protected Named() {}

    protected Named(UUID id, String projectId, String name, String description, Instant now) {
        super(id, projectId, description, now);
        this.name = name;
        this.tags = List.of();
    }

    public String name() {
        return name;
    }

    public List<String> tags() {
        return List.copyOf(tags);
    }

    public void tag(Collection<String> words, Instant now) {
        tags = words.stream().distinct().sorted().toList();
        changed(now);
    }

    protected void rename(String text) {
        name = text;
    }
}
