package org.cumulet.compute.server;

/// What the hypervisor says of the guest, by the numbers clients know.
public enum PowerState {
    NONE(0),
    RUNNING(1),
    SHUTDOWN(4);

    private final int number;

    PowerState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
