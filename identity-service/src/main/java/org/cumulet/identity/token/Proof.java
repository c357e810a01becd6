package org.cumulet.identity.token;

import org.cumulet.auth.Caller;
import org.cumulet.identity.credential.ApplicationCredential;

/// Who is logging in, and how that was shown.
sealed interface Proof {

    String userId();

    /// @param hash of the password that was right
    record ByPassword(String userId, String hash) implements Proof {}

    /// @param parent what the older token says
    record ByToken(Caller parent) implements Proof {
        @Override
        public String userId() {
            return parent.userId();
        }
    }

    record ByCredential(ApplicationCredential credential) implements Proof {
        @Override
        public String userId() {
            return credential.userId();
        }
    }
}
