package org.cumulet.batch.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cumulet.batch.job.Candidate;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final UUID large = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID single = UUID.randomUUID();

    @Test
    void aSingleItemOfAnotherProjectGetsTheNextPlace() {
        var shares = Shares.of(List.of(of(large, "a", 10_000, 16), of(single, "b", 1, 0)), 1);

        assertThat(shares).containsOnlyKeys(single);
    }

    @Test
    void projectsShareEvenlyWhateverTheyHave() {
        var shares = Shares.of(List.of(of(large, "a", 10_000, 0), of(second, "b", 10_000, 0)), 16);

        assertThat(shares).containsEntry(large, 8).containsEntry(second, 8);
    }

    @Test
    void whatOneProjectDoesNotNeedTheOtherGets() {
        var shares = Shares.of(List.of(of(large, "a", 10_000, 0), of(single, "b", 1, 0)), 16);

        assertThat(shares).containsEntry(large, 15).containsEntry(single, 1);
    }

    @Test
    void withinAProjectTheMostUrgentJobComesFirst() {
        var shares = Shares.of(List.of(of(large, "a", 3, 0), of(second, "a", 10, 0)), 5);

        assertThat(shares).containsEntry(large, 3).containsEntry(second, 2);
    }

    @Test
    void aJobThatHasAllItMayHaveUnderWayGetsNone() {
        assertThat(Shares.of(List.of(of(large, "a", 0, 4)), 16)).isEmpty();
    }

    private static Candidate of(UUID job, String project, int room, int calls) {
        return new Candidate(job, project, room, calls);
    }
}
