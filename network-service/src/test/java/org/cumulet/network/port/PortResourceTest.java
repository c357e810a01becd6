package org.cumulet.network.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class PortResourceTest {

    private final Api api = Api.ofNewProject();

    @Nested
    class ANewPort {
        @Test
        void hasAnAddress() {
            var network = api.network();
            api.subnet(network, "10.0.0.0/24");
            var port = api.port(network);
            assertThat(Api.address(port)).isEqualTo("10.0.0.2");
            System.out.println(api.get("/ports").asPrettyString());
            System.out.println(api.get("/networks").asPrettyString());
            System.out.println(api.get("/subnets").asPrettyString());
            System.out.println(api.get("/security-groups").asPrettyString());
            System.out.println(api.get("/ports?ip_address_substr=0.0.2&sort_key=name&sort_dir=desc&limit=1")
                    .asPrettyString());
            System.out.println(Api.admin()
                    .get("/ports?fixed_ips=ip_address=10.0.0.2&device_owner=&tags=a&not-tags=b")
                    .asPrettyString());
        }
    }
}
