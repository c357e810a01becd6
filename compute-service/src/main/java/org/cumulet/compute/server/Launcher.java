package org.cumulet.compute.server;

import java.util.List;

/// What makes the rows come true. All but [#console] only begin: they are called within the transaction that changed
/// the server, so that the change and the work leave together or not at all, and they report by the moves of
/// [ServerService].
public interface Launcher {

    /// Servers of one request, in BUILD, all of the same project.
    void launch(List<Server> servers);

    /// Task `DELETING`, from whatever state, also in the middle of a launch; asked once. Ends in
    /// [ServerService#deleted].
    void delete(Server server);

    /// Task `POWERING_ON`. Ends in [ServerService#started].
    void start(Server server);

    /// Task `POWERING_OFF`. Ends in [ServerService#stopped].
    void stop(Server server);

    /// Task `REBOOTING` or, when `hard`, `REBOOTING_HARD`. Ends in [ServerService#rebooted].
    void reboot(Server server, boolean hard);

    /// What the guest wrote to its serial console: the last `lines`, all that is kept when negative. Called without a
    /// transaction.
    ///
    /// @throws org.cumulet.api.fault.Fault.Conflict when the server is not on a host yet
    String console(Server server, int lines);
}
