package org.cumulet.ssh;

import java.security.Provider;
import java.security.Security;
import java.util.Objects;
import java.util.Optional;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/// Tells the SSH library, before anything else of it is used, that the JDK knows Ed25519, and to leave other providers
/// alone that somebody else may have brought along: all keys are to be of one kind.
final class JdkCrypto extends AbstractSecurityProviderRegistrar {

    private static final String PROVIDER = "SunEC";

    static {
        SecurityUtils.setAPrioriDisabledProvider(SecurityUtils.BOUNCY_CASTLE, true);
        SecurityUtils.setAPrioriDisabledProvider(SecurityUtils.EDDSA, true);
        SecurityUtils.registerSecurityProvider(new JdkCrypto());
    }

    private JdkCrypto() {
        super("JdkEd25519");
    }

    /// Naming this class is enough; this is its name.
    static void use() {}

    @Override
    public String getProviderName() {
        return PROVIDER;
    }

    @Override
    public boolean isNamedProviderUsed() {
        return false;
    }

    @Override
    public Provider getSecurityProvider() {
        return Objects.requireNonNull(Security.getProvider(PROVIDER));
    }

    @Override
    public boolean isSupported() {
        return Security.getProvider(PROVIDER) != null;
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(new JdkEd25519());
    }
}
