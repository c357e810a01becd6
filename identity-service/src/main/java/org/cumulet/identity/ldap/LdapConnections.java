package org.cumulet.identity.ldap;

import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.File;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import javax.net.ssl.TrustManager;

/// Connections to a directory as its options want them: few, kept, never waited for without end.
final class LdapConnections {

    static final int MOST = 10;

    private final LdapOptions options;

    LdapConnections(LdapOptions options) {
        this.options = options;
    }

    /// None is opened yet.
    LDAPConnectionPool pool() throws LDAPException {
        try {
            var ssl = new SSLUtil(trust());
            var startTls = options.startsTls() ? new StartTLSPostConnectProcessor(ssl.createSSLContext()) : null;
            var login = options.bindDn()
                    .map(dn -> new SimpleBindRequest(dn, options.password()))
                    .orElse(null);
            var pool = new LDAPConnectionPool(servers(ssl), login, 0, MOST, startTls, false);
            pool.setMaxWaitTimeMillis(options.timeoutMillis());
            pool.setRetryFailedOperationsDueToInvalidConnections(true);
            return pool;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("tls_cacertfile cannot be read", e);
        }
    }

    private TrustManager trust() throws KeyStoreException {
        if (!options.checksCertificates()) {
            return new TrustAllTrustManager();
        }
        return options.authorities().isPresent()
                ? new PEMFileTrustManager(new File(options.authorities().get()))
                : JVMDefaultTrustManager.getInstance();
    }

    private ServerSet servers(SSLUtil ssl) throws LDAPException, GeneralSecurityException {
        var all = new ServerSet[options.urls().size()];
        for (var i = 0; i < all.length; i++) {
            var url = new LDAPURL(options.urls().get(i));
            all[i] = switch (url.getScheme()) {
                case "ldaps" ->
                    new SingleServerSet(url.getHost(), url.getPort(), ssl.createSSLSocketFactory(), patience());
                case "ldap" -> new SingleServerSet(url.getHost(), url.getPort(), patience());
                default -> throw new IllegalArgumentException("url begins with ldap:// or ldaps://");
            };
        }
        return new FailoverServerSet(all);
    }

    /// Referrals are not followed: they would carry our password to whomever the directory names.
    private LDAPConnectionOptions patience() {
        var patience = new LDAPConnectionOptions();
        patience.setConnectTimeoutMillis(options.timeoutMillis());
        patience.setResponseTimeoutMillis(options.timeoutMillis());
        patience.setFollowReferrals(false);
        patience.setUseSynchronousMode(true);
        if (options.checksCertificates()) {
            patience.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        }
        return patience;
    }
}
