package org.cumulet.inventory.sshkey;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.events.Service;
import org.cumulet.ssh.SshKeys;

/// `/inventory/v1/ssh-key`: what every host must know of the cloud to let it in.
@Path("/inventory/v1/ssh-key")
@RunOnVirtualThread
class SshKeyResource {

    private final SshKeys keys;
    private final CurrentCaller caller;

    SshKeyResource(@Service("inventory") SshKeys keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    public View show() {
        caller.must(SshKeyRule.SHOW);
        return new View(new Key(keys.publicLine(), keys.fingerprint(), install(keys.publicLine())));
    }

    private static String install(String line) {
        return "install -d -m 700 ~/.ssh && echo '%s' >> ~/.ssh/authorized_keys && chmod 600 ~/.ssh/authorized_keys"
                .formatted(line);
    }

    record View(Key sshKey) {}

    /// @param publicKey the line for `authorized_keys`
    /// @param install the command that puts it there, to be run as the user that hosts are registered with
    record Key(String publicKey, String fingerprint, String install) {}
}
