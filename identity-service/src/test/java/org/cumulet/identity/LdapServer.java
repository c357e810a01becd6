package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.hamcrest.Matchers.oneOf;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/// An LDAP directory with two people, one of them in a group, which tells nothing to those who do not log in.
final class LdapServer {

    static final String READERS_PASSWORD = "of-the-reader";

    private static final String READER = "cn=reader,dc=example";

    private LdapServer() {}

    /// @param port 0 for any
    static InMemoryListenerConfig plain(int port) throws LDAPException {
        return InMemoryListenerConfig.createLDAPConfig("plain", InetAddress.getLoopbackAddress(), port, null);
    }

    static InMemoryDirectoryServer started(InMemoryListenerConfig listener) throws Exception {
        var config = new InMemoryDirectoryServerConfig("dc=example");
        config.setListenerConfigs(listener);
        config.addAdditionalBindCredentials(READER, READERS_PASSWORD);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH, OperationType.COMPARE);
        config.setSchema(null);
        var server = new InMemoryDirectoryServer(config);
        server.startListening();
        server.add("dn: dc=example", "objectClass: domain", "dc: example");
        server.add("dn: ou=Users,dc=example", "objectClass: organizationalUnit", "ou: Users");
        server.add("dn: ou=UserGroups,dc=example", "objectClass: organizationalUnit", "ou: UserGroups");
        add(server, "ada", "password of ada");
        add(server, "bob", "password of bob");
        server.add(
                "dn: cn=g1,ou=UserGroups,dc=example",
                "objectClass: groupOfNames",
                "cn: g1",
                "ou: engineers",
                "description: who build",
                "member: cn=id-ada,ou=Users,dc=example");
        return server;
    }

    static void add(InMemoryDirectoryServer server, String name, String password) throws Exception {
        server.add(
                "dn: cn=id-%s,ou=Users,dc=example".formatted(name),
                "objectClass: inetOrgPerson",
                "cn: id-" + name,
                "sn: " + name,
                "mail: %s@example.org".formatted(name),
                "userPassword: " + password);
    }

    /// Has a domain's users in this directory.
    static void configure(String domain, InMemoryDirectoryServer directory, Map<String, ?> more) {
        var ldap = new HashMap<String, Object>(Map.of(
                "url",
                "ldap://127.0.0.1:" + directory.getListenPort(),
                "user",
                READER,
                "password",
                READERS_PASSWORD,
                "suffix",
                "dc=example",
                "connection_timeout",
                2));
        ldap.putAll(more);
        as(Cloud.admin())
                .body(Map.of("config", Map.of("identity", Map.of("driver", "ldap"), "ldap", ldap)))
                .put(V3 + "/domains/" + domain + "/config")
                .then()
                .statusCode(oneOf(200, 201));
    }
}
