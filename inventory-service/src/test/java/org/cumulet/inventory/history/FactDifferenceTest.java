package org.cumulet.inventory.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.cumulet.inventory.fact.Facts;
import org.junit.jupiter.api.Test;

class FactDifferenceTest {

    private static Facts facts(int mtu, String chrony, int free, List<Facts.Listening> listening) {
        return new Facts(
                new Facts.Cpu("Some CPU", 1, 4, 1, 4, List.of("vmx")),
                new Facts.Memory(1000, free),
                new Facts.Disk("/var", 100, free),
                List.of(new Facts.Nic("eth0", "52:54:00:00:00:01", true, mtu, List.of("10.0.0.1/24"), null, null)),
                new Facts.OperatingSystem("c1", "Debian", "6.1", "x86_64"),
                new Facts.Virtualization("9.0", "7.2", true, null),
                List.of(),
                List.of(),
                List.of(new Facts.FileSystem("/var", "/dev/vda1", "ext4", 100, free, free)),
                List.of(),
                List.of(),
                Map.of("chrony", chrony),
                new Facts.Clock(free, "chrony", null),
                listening,
                List.of());
    }

    @Test
    void isNoneWhereOnlyTheRestlessDiffers() {
        assertThat(FactDifference.between(facts(1500, "4.3", 1, List.of()), facts(1500, "4.3", 2, List.of())))
                .isEmpty();
    }

    @Test
    void namesWhatHasAName() {
        assertThat(FactDifference.between(facts(1500, "4.3", 1, List.of()), facts(9000, "4.4", 1, List.of())))
                .containsExactlyInAnyOrder(
                        new FactChange("nics.eth0.mtu", IntNode.valueOf(1500), IntNode.valueOf(9000)),
                        new FactChange("packages.chrony", TextNode.valueOf("4.3"), TextNode.valueOf("4.4")));
    }

    @Test
    void showsWhatHasNoNameAsAWhole() {
        var ssh = new Facts.Listening("tcp", "0.0.0.0", 22, "sshd");
        var http = new Facts.Listening("tcp", "0.0.0.0", 80, null);

        var changes = FactDifference.between(facts(1500, "4.3", 1, List.of(ssh)), facts(1500, "4.3", 1, List.of(http)));

        assertThat(changes).hasSize(2).allMatch(change -> change.path().equals("listening"));
        assertThat(changes.getFirst().after()).isNull();
        assertThat(String.valueOf(changes.getFirst().before())).contains("\"port\":22");
        assertThat(changes.getLast().before()).isNull();
    }
}
