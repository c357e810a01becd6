package org.cumulet.compute.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// A virtual machine of a project: what was asked, where it is, what it is doing.
@Entity
public class Server {

    /// What the guest calls its first disk.
    public static final String ROOT_DEVICE = "/dev/vda";

    /// Who may unlock it again.
    public enum Lock {
        OWNER,
        ADMIN
    }

    @Id
    private UUID id;

    private String project;

    @Column(name = "user_id")
    private String user;

    private String reservation;
    private int launchIndex;
    private String name;

    @Nullable
    private String description;

    private String hostname;
    private UUID image;

    @Embedded
    private ServerFlavor flavor;

    @Embedded
    private ServerState state;

    @Embedded
    @Nullable
    private HostRef host;

    @Embedded
    @Nullable
    private LoginKey key;

    @Nullable
    private String userData;

    @Nullable
    private String adminPasswordHash;

    private boolean configDrive;
    private String diskConfig;

    @Nullable
    private String accessIpv4;

    @Nullable
    private String accessIpv6;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> metadata;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> tags;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<NetworkWish> networks;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<SecurityGroupWish> securityGroups;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Placement placement;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Nic> nics;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    private ServerFault fault;

    @Enumerated(EnumType.STRING)
    @Nullable
    private Lock lockedBy;

    @Nullable
    private String lockedReason;

    private Instant created;
    private Instant updated;

    @Nullable
    private Instant launched;

    @Nullable
    private Instant terminated;

    protected Server() {}

    Server(LaunchOrder order, int index, Instant now) {
        id = UUID.randomUUID();
        project = order.project();
        user = order.user();
        reservation = order.reservation();
        launchIndex = index;
        name = order.nameOf(index);
        description = order.description();
        hostname = order.hostnameOf(index, id);
        image = order.image();
        flavor = order.flavor();
        state = ServerState.requested();
        key = order.key();
        userData = order.userData();
        adminPasswordHash = order.adminPasswordHash();
        configDrive = order.configDrive();
        diskConfig = order.diskConfig();
        accessIpv4 = order.accessIpv4();
        accessIpv6 = order.accessIpv6();
        metadata = order.metadata();
        tags = order.tags().stream().distinct().sorted().toList();
        networks = order.networks();
        securityGroups = order.securityGroups();
        placement = order.placement();
        nics = List.of();
        created = now;
        updated = now;
    }

    void move(ServerState next, Instant now) {
        state = next;
        updated = now;
    }

    void placeOn(HostRef where, Instant now) {
        host = where;
        move(state.doing(TaskState.NETWORKING), now);
    }

    void plug(List<Nic> plugged, Instant now) {
        nics = List.copyOf(plugged);
        move(state.doing(TaskState.SPAWNING), now);
    }

    /// Up for the first time, or again. What only the first boot needed is forgotten.
    void run(Instant now) {
        if (launched == null) {
            launched = now;
        }
        adminPasswordHash = null;
        fault = null;
        move(ServerState.running(), now);
    }

    void stop(Instant now) {
        fault = null;
        move(ServerState.stopped(), now);
    }

    void fail(ServerFault why, Instant now) {
        fault = why;
        move(state.failed(), now);
    }

    void leaveHost() {
        host = null;
        nics = List.of();
    }

    /// It is nowhere any more.
    void delete(Instant now) {
        adminPasswordHash = null;
        userData = null;
        nics = List.of();
        terminated = now;
        move(ServerState.deleted(), now);
    }

    /// @throws org.cumulet.api.fault.Fault.Conflict when this is not open from where the server is
    public void mustAllow(ServerAction action) {
        state.mustAllow(action, id);
    }

    /// Somebody wants this done: the task is shown until it is.
    ///
    /// @throws org.cumulet.api.fault.Fault.Conflict when this is not open from where the server is
    public void begin(ServerAction action, TaskState task, Instant now) {
        mustAllow(action);
        move(state.doing(task), now);
    }

    /// An admin knows better what it is.
    public void reset(VmState truth, Instant now) {
        move(new ServerState(truth, null, state.power()), now);
    }

    public void rename(String text, Instant now) {
        name = text;
        updated = now;
    }

    public void describe(@Nullable String text, Instant now) {
        description = text;
        updated = now;
    }

    /// What the guest calls itself; it hears of it when it asks for its metadata again.
    public void nameGuest(String text, Instant now) {
        hostname = text;
        updated = now;
    }

    public void reachAt(@Nullable String ipv4, @Nullable String ipv6, Instant now) {
        accessIpv4 = ipv4;
        accessIpv6 = ipv6;
        updated = now;
    }

    public void partitionDisk(String how, Instant now) {
        diskConfig = how;
        updated = now;
    }

    public void annotate(Map<String, String> pieces, Instant now) {
        metadata = Map.copyOf(pieces);
        updated = now;
    }

    public void tag(List<String> words, Instant now) {
        tags = words.stream().distinct().sorted().toList();
        updated = now;
    }

    public void lock(Lock by, @Nullable String reason, Instant now) {
        lockedBy = by;
        lockedReason = reason;
        updated = now;
    }

    public void unlock(Instant now) {
        lockedBy = null;
        lockedReason = null;
        updated = now;
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public String user() {
        return user;
    }

    public String reservation() {
        return reservation;
    }

    /// Its place among the servers of its request, from 0.
    public int launchIndex() {
        return launchIndex;
    }

    public String name() {
        return name;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public String hostname() {
        return hostname;
    }

    /// What the hypervisor calls it.
    public String domain() {
        return "instance-" + id;
    }

    public UUID image() {
        return image;
    }

    public ServerFlavor flavor() {
        return flavor;
    }

    public ServerState state() {
        return state;
    }

    public Optional<HostRef> host() {
        return Optional.ofNullable(host);
    }

    public Optional<LoginKey> key() {
        return Optional.ofNullable(key);
    }

    /// As it came: base64.
    public Optional<String> userData() {
        return Optional.ofNullable(userData);
    }

    /// For the first boot, in crypt(3)'s form; empty once the server has been up.
    public Optional<String> adminPasswordHash() {
        return Optional.ofNullable(adminPasswordHash);
    }

    public boolean hasConfigDrive() {
        return configDrive;
    }

    public String diskConfig() {
        return diskConfig;
    }

    public Optional<String> accessIpv4() {
        return Optional.ofNullable(accessIpv4);
    }

    public Optional<String> accessIpv6() {
        return Optional.ofNullable(accessIpv6);
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    public List<String> tags() {
        return tags;
    }

    /// The cards it shall have; none is a wish too.
    public List<NetworkWish> networks() {
        return networks;
    }

    /// Groups its new ports shall be in; empty means the project's `default`.
    public List<SecurityGroupWish> securityGroups() {
        return securityGroups;
    }

    public Placement placement() {
        return placement;
    }

    /// The cards it has.
    public List<Nic> nics() {
        return nics;
    }

    public Optional<ServerFault> fault() {
        return Optional.ofNullable(fault);
    }

    public Optional<Lock> lock() {
        return Optional.ofNullable(lockedBy);
    }

    public Optional<String> lockedReason() {
        return Optional.ofNullable(lockedReason);
    }

    public Instant created() {
        return created;
    }

    public Instant updated() {
        return updated;
    }

    /// When it was up for the first time.
    public Optional<Instant> launched() {
        return Optional.ofNullable(launched);
    }

    /// When it was gone.
    public Optional<Instant> terminated() {
        return Optional.ofNullable(terminated);
    }

    /// Being deleted, or gone: a workflow that finds it so stops and takes back what it did.
    public boolean isLeaving() {
        return state.isLeaving();
    }
}
