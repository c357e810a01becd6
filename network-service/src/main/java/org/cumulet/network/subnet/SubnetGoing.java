package org.cumulet.network.subnet;

/// Said within the transaction that deletes a subnet: whoever needs it objects, whoever has an address of it for the
/// network's own sake gives it up.
public record SubnetGoing(Subnet subnet) {}
