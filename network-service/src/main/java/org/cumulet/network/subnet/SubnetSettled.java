package org.cumulet.network.subnet;

/// Said within the transaction that makes or changes a subnet.
public record SubnetSettled(Subnet subnet) {}
