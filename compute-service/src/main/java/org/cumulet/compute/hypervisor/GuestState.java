package org.cumulet.compute.hypervisor;

/// Whether a guest is there, and whether it runs.
public enum GuestState {
    ABSENT,
    OFF,
    RUNNING
}
