package org.cumulet.gateway;

/// Whether a service can do its work.
enum ServiceState {
    UP,
    DOWN
}
