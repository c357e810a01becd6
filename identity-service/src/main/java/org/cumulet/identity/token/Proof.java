package org.cumulet.identity.token;

import java.util.List;
import org.cumulet.auth.Caller;
import org.cumulet.identity.credential.ApplicationCredential;
import org.cumulet.identity.federation.FederationService.Visitor;

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

    /// By the passcode of a device.
    record ByTotp(String userId) implements Proof {}

    /// By a password that a directory knows.
    record ByDirectory(String userId) implements Proof {}

    /// By the word of an identity provider.
    record ByFederation(Visitor visitor) implements Proof {
        @Override
        public String userId() {
            return visitor.userId();
        }
    }

    /// By what was shown before.
    record ByReceipt(Receipt receipt) implements Proof {
        @Override
        public String userId() {
            return receipt.user().id();
        }
    }

    /// In several ways at once, all for the same user.
    record Several(List<Proof> all) implements Proof {
        @Override
        public String userId() {
            return all.getFirst().userId();
        }
    }

    record ByCredential(ApplicationCredential credential) implements Proof {
        @Override
        public String userId() {
            return credential.userId();
        }
    }
}
