package org.cumulet.network.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.cumulet.events.Service;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class RealHostsTest {

    private final Api api = Api.ofNewProject();
    private final TestRunner runner;
    private LightHost one;
    private LightHost two;

    RealHostsTest(@Service("network") TestRunner runner) {
        this.runner = runner;
    }

    @BeforeEach
    void twoHostsWithTwoCablesBetweenThem() {
        assumeTrue(LightHost.missing().isEmpty(), LightHost.missing());
        one = new LightHost();
        two = new LightHost();
        one.cable("eth0", two);
        one.cable("eth1", two);
        one.sh("ip addr add 172.31.255.1/24 dev eth0");
        two.sh("ip addr add 172.31.255.2/24 dev eth0");
        runner.add("light-1", one);
        runner.add("light-2", two);
    }

    @AfterEach
    void switchedOff() {
        runner.remove("light-1");
        runner.remove("light-2");
        one.close();
        two.close();
    }

    private Map<String, Object> portOn(String host, String network) {
        return Api.service()
                .made(
                        "ports",
                        Map.of(
                                "network_id",
                                network,
                                "project_id",
                                project(network),
                                "device_owner",
                                "compute:nova",
                                "binding:host_id",
                                host));
    }

    private String project(String network) {
        return api.shown("/networks/" + network).getString("network.project_id");
    }

    private static void sync(String host) {
        var answer = Api.service().asked().post("/network/v1/hosts/" + host + "/sync");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("failed")).isNull();
    }

    @Nested
    class AVxlanNetwork {
        @Test
        void connectsItsMachinesOnAllHostsAndTellsEachItsAddress() {
            var network = api.network();
            api.subnet(network, "10.0.0.0/24");
            var first = portOn("light-1", network);
            var second = portOn("light-2", network);
            long t = System.nanoTime();
            sync("light-1");
            System.out.println("first sync ms " + (System.nanoTime() - t) / 1000000);
            t = System.nanoTime();
            sync("light-1");
            System.out.println("second sync ms " + (System.nanoTime() - t) / 1000000);
            sync("light-2");
            var here = Guest.of(one, first);
            var there = Guest.of(two, second);
            System.out.println(one.sh("ip -br link; nft list ruleset; cat /var/lib/cumulet/network/*/*"));
            System.out.println(here.asksForAnAddress());
            System.out.println(there.asksForAnAddress());
            System.out.println(one.sh("ip -br link; bridge fdb show | grep 00:00:00"));
            assertThat(here.reaches(there.address())).isTrue();
        }
    }
}
