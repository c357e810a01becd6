package org.cumulet.identity.endpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.wire.Extra;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An address of a service: in a region, for a kind of caller.
@Entity
@Table(name = "endpoint")
public class Endpoint {

    /// For whom an address is.
    public enum Interface {
        PUBLIC,
        INTERNAL,
        ADMIN;

        /// @throws Fault.BadRequest for any other
        @JsonCreator
        static Interface named(String name) {
            return Arrays.stream(values())
                    .filter(it -> it.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Fault.BadRequest("An interface is public, internal or admin."));
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    @Column(name = "service_id")
    private String serviceId;

    @Column(name = "region_id")
    private @Nullable String regionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "interface")
    private Interface face;

    private String url;
    private boolean enabled;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected Endpoint() {}

    Endpoint(NewEndpoint wish) {
        this.id = Ids.fresh();
        this.serviceId = wish.serviceId();
        this.regionId = wish.wishedRegion();
        this.face = wish.face();
        this.url = wish.url();
        this.enabled = !Boolean.FALSE.equals(wish.enabled());
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    void change(EndpointChange change) {
        serviceId = Objects.requireNonNullElse(change.serviceId(), serviceId);
        regionId = change.wishedRegion().or(regionId);
        face = Objects.requireNonNullElse(change.face(), face);
        url = Objects.requireNonNullElse(change.url(), url);
        enabled = Objects.requireNonNullElse(change.enabled(), enabled);
        extra = Extra.merge(extra, change.extra());
    }

    void move(String newUrl) {
        url = newUrl;
    }

    public String id() {
        return id;
    }

    public String serviceId() {
        return serviceId;
    }

    public Optional<String> regionId() {
        return Optional.ofNullable(regionId);
    }

    public Interface face() {
        return face;
    }

    public String url() {
        return url;
    }

    boolean isEnabled() {
        return enabled;
    }

    Map<String, Object> extra() {
        return extra;
    }
}
