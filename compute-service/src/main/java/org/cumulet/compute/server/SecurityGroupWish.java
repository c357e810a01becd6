package org.cumulet.compute.server;

import java.util.UUID;

/// A security group that the server's new ports shall be in.
public record SecurityGroupWish(UUID id, String name) {}
