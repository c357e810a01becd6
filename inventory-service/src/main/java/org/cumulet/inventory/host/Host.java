package org.cumulet.inventory.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.inventory.fact.Capacity;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.fact.Findings;
import org.cumulet.inventory.fact.Hypervisor;
import org.cumulet.ssh.Machine;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A machine that servers run on.
@Entity
public class Host {

    private static final int LONGEST_REASON = 2000;

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private HostKind kind;

    private @Nullable String address;
    private @Nullable Integer port;

    @Column(name = "login")
    private @Nullable String user;

    private @Nullable String hostKey;
    private boolean trustHostKey;

    @Enumerated(EnumType.STRING)
    private VirtType virtType;

    private String availabilityZone;
    private boolean enabled;
    private @Nullable String disabledReason;

    @Enumerated(EnumType.STRING)
    private HostState state;

    private @Nullable String stateReason;
    private Instant stateChangedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Hypervisor hypervisor;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Capacity capacity;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Integer> simulation;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Facts facts;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<HostRole> roles;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> labels;

    private @Nullable Instant maintenanceSince;
    private @Nullable String maintenanceReason;
    private @Nullable String offeredHostKey;
    private @Nullable Instant probedAt;
    private Instant createdAt;
    private Instant updatedAt;

    protected Host() {}

    static Host of(NewHost wish, Instant now) {
        var host = new Host();
        host.id = UUID.randomUUID();
        host.name = wish.name();
        host.kind = wish.kind();
        host.address = wish.address();
        host.port = wish.port();
        host.user = wish.user();
        host.hostKey = wish.hostKey();
        host.trustHostKey = wish.trustHostKey();
        host.virtType = wish.virtType();
        host.availabilityZone = wish.availabilityZone();
        host.enabled = wish.enabled();
        host.capacity = wish.capacity();
        host.simulation = wish.simulation();
        host.roles = wish.roles();
        host.labels = wish.labels();
        host.createdAt = now;
        host.state = HostState.NEW;
        host.stateChangedAt = now;
        host.updatedAt = now;
        return host;
    }

    /// Returns whether the host must be looked at anew.
    boolean change(HostChange change, Instant now) {
        var before = HowToReach.of(this);
        name = or(change.name(), name);
        address = or(change.address(), address);
        port = or(change.port(), port);
        user = or(change.user(), user);
        changeHostKey(change);
        availabilityZone = or(change.availabilityZone(), availabilityZone);
        enabled = or(change.enabled(), enabled);
        disabledReason = enabled ? null : or(change.disabledReason(), disabledReason);
        simulation = or(change.simulation(), simulation);
        var another = !before.equals(HowToReach.of(this));
        var other = change.virtType() != null || change.capacity() != null || change.roles() != null;
        virtType = or(change.virtType(), virtType);
        capacity = or(change.capacity(), capacity);
        roles = change.roles() == null ? roles : NewHost.distinct(change.roles());
        labels = or(change.labels(), labels);
        updatedAt = now;
        if (another) {
            move(HostState.NEW, "it is to be reached in another way than before", now);
        }
        return another || other;
    }

    private record HowToReach(
            @Nullable String address,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String hostKey) {
        static HowToReach of(Host host) {
            return new HowToReach(host.address, host.port, host.user, host.hostKey);
        }
    }

    private void changeHostKey(HostChange change) {
        if (change.hostKey() != null) {
            hostKey = change.hostKey();
            trustHostKey = false;
            offeredHostKey = null;
        } else if (Boolean.TRUE.equals(change.trustHostKey())) {
            hostKey = null;
            trustHostKey = true;
            offeredHostKey = null;
        }
    }

    private static <T> T or(@Nullable T wish, T otherwise) {
        return wish == null ? otherwise : wish;
    }

    /// The key that was shown first is the one we believe in from now on.
    void pin(String key, Instant now) {
        hostKey = key;
        updatedAt = now;
    }

    /// New servers go elsewhere from here on; whoever says so again gives another reason.
    void beginMaintenance(@Nullable String reason, Instant now) {
        maintenanceSince = maintenanceSince == null ? now : maintenanceSince;
        maintenanceReason = reason;
        updatedAt = now;
    }

    void endMaintenance(Instant now) {
        maintenanceSince = null;
        maintenanceReason = null;
        updatedAt = now;
    }

    /// Whether candidates for new servers are sought here.
    boolean isOpen() {
        return enabled && maintenanceSince == null && roles.contains(HostRole.COMPUTE);
    }

    /// A host that is well stays so while we look again.
    void beginProbe(Instant now) {
        if (state != HostState.READY) {
            move(HostState.PROBING, null, now);
        }
    }

    void found(Findings findings, Instant now) {
        probedAt = now;
        offeredHostKey = null;
        switch (findings) {
            case Findings.Answers(var seen) -> {
                hypervisor = null;
                capacity = seen.capacity();
                facts = seen;
                move(HostState.READY, null, now);
            }
            case Findings.Works works -> {
                hypervisor = works.hypervisor();
                capacity = works.capacity();
                facts = works.facts();
                move(HostState.READY, null, now);
            }
            case Findings.DoesNotWork(var why, var seen) -> {
                facts = seen == null ? facts : seen;
                move(HostState.ERROR, why, now);
            }
            case Findings.Silent(var why) -> move(HostState.UNREACHABLE, why, now);
            case Findings.Refuses(var why) -> move(HostState.REFUSED, why, now);
            case Findings.ShowsAnotherKey(var why, var offered) -> {
                offeredHostKey = offered;
                move(HostState.REFUSED, why, now);
            }
        }
    }

    private void move(HostState to, @Nullable String why, Instant now) {
        if (state != to) {
            stateChangedAt = now;
        }
        state = to;
        stateReason = why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_REASON));
        updatedAt = now;
    }

    /// The machine that commands can be run on.
    public Machine machine() {
        return new Machine(
                id.toString(),
                kind.machine(),
                address == null ? "" : address,
                port == null ? 0 : port,
                user == null ? "" : user,
                hostKey);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public HostKind kind() {
        return kind;
    }

    public @Nullable String address() {
        return address;
    }

    public @Nullable Integer port() {
        return port;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable String hostKey() {
        return hostKey;
    }

    public boolean trustHostKey() {
        return trustHostKey;
    }

    public VirtType virtType() {
        return virtType;
    }

    public String availabilityZone() {
        return availabilityZone;
    }

    public boolean enabled() {
        return enabled;
    }

    @Nullable
    String disabledReason() {
        return disabledReason;
    }

    public HostState state() {
        return state;
    }

    public @Nullable String stateReason() {
        return stateReason;
    }

    Instant stateChangedAt() {
        return stateChangedAt;
    }

    @Nullable
    Hypervisor hypervisor() {
        return hypervisor;
    }

    public @Nullable Capacity capacity() {
        return capacity;
    }

    @Nullable
    Map<String, Integer> simulation() {
        return simulation;
    }

    public @Nullable Facts facts() {
        return facts;
    }

    public List<HostRole> roles() {
        return List.copyOf(roles);
    }

    Map<String, String> labels() {
        return Map.copyOf(labels);
    }

    @Nullable
    Instant maintenanceSince() {
        return maintenanceSince;
    }

    @Nullable
    String maintenanceReason() {
        return maintenanceReason;
    }

    @Nullable
    String offeredHostKey() {
        return offeredHostKey;
    }

    @Nullable
    Instant probedAt() {
        return probedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
