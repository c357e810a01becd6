package org.cumulet.network.agent;

/// What Neutron has agents for and what we do over SSH.
enum AgentKind {
    BRIDGE("Linux bridge agent", "cumulet-linuxbridge", "N/A"),
    DHCP("DHCP agent", "cumulet-dhcp", "dhcp_agent");

    private final String type;
    private final String binary;
    private final String topic;

    AgentKind(String type, String binary, String topic) {
        this.type = type;
        this.binary = binary;
        this.topic = topic;
    }

    String type() {
        return type;
    }

    String binary() {
        return binary;
    }

    String topic() {
        return topic;
    }
}
