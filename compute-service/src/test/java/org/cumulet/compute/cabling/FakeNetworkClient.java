package org.cumulet.compute.cabling;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A network service in memory: ports, all or nothing per call.
class FakeNetworkClient implements NetworkClient {

    static final UUID FULL = UUID.randomUUID();

    final Map<UUID, Port> ports = new ConcurrentHashMap<>();
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger syncs = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private List<Failed> failing = List.of();

    void cannotCarry(UUID network) {
        failing = List.of(new Failed(network, "no bridge"));
    }

    /// A port that is there before any server.
    UUID given(UUID network) {
        var port = port(network, "");
        ports.put(port.id(), port);
        return port.id();
    }

    private Port port(UUID network, String device) {
        var number = next.incrementAndGet();
        return new Port(
                UUID.randomUUID(),
                network,
                "fa:16:3e:00:%02x:%02x".formatted(number / 256, number % 256),
                device,
                List.of(new FixedIp(UUID.randomUUID(), "10.0.0." + number)),
                new Details("cb-1", "tap" + number));
    }

    @Override
    public Answers ports(List<UUID> devices) {
        calls.incrementAndGet();
        var wanted = devices.stream().map(UUID::toString).toList();
        return new Answers(ports.values().stream()
                .filter(port -> wanted.contains(port.deviceId()))
                .toList());
    }

    @Override
    public Answer port(UUID id) {
        calls.incrementAndGet();
        return new Answer(ports.get(id));
    }

    @Override
    public Answers create(Many<NewPort> wanted) {
        calls.incrementAndGet();
        if (wanted.ports().stream().anyMatch(port -> port.networkId().equals(FULL))) {
            throw new ClientErrorException(Response.status(409)
                    .entity("{\"NeutronError\":{\"message\":\"No more IP addresses available\"}}")
                    .build());
        }
        var made = wanted.ports().stream()
                .map(one -> port(one.networkId(), one.deviceId()))
                .toList();
        made.forEach(port -> ports.put(port.id(), port));
        return new Answers(made);
    }

    @Override
    public Answer bind(UUID id, One<PortBinding> binding) {
        calls.incrementAndGet();
        return new Answer(ports.computeIfPresent(
                id,
                (same, old) -> new Port(
                        id,
                        old.networkId(),
                        old.macAddress(),
                        binding.port().deviceId(),
                        old.fixedIps(),
                        old.details())));
    }

    @Override
    public void deletePorts(UUID device) {
        calls.incrementAndGet();
        ports.values().removeIf(port -> port.deviceId().equals(device.toString()));
    }

    @Override
    public Synced sync(UUID host) {
        syncs.incrementAndGet();
        return new Synced(failing);
    }

    static List<UUID> ids(int many) {
        return IntStream.range(0, many).mapToObj(i -> UUID.randomUUID()).toList();
    }
}
