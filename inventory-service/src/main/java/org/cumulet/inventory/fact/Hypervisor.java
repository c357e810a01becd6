package org.cumulet.inventory.fact;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What really runs servers on a host.
public enum Hypervisor {
    @JsonProperty("kvm")
    KVM,
    @JsonProperty("qemu")
    QEMU,
    @JsonProperty("simulated")
    SIMULATED
}
