package org.cumulet.inventory.host;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How servers are to run on a host.
public enum VirtType {
    /// By KVM where it really works, else by QEMU alone.
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("kvm")
    KVM,
    @JsonProperty("qemu")
    QEMU
}
