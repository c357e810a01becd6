package org.cumulet.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cumulet.batch.Api;
import org.cumulet.batch.BatchTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One thing done to each server that is as described.
@BatchTest
class FleetTest {

    private final Api api = Api.somebody();
    private final String prefix = Api.fresh("fleet");

    private void threeServers() {
        var job = api.accepted("{\"operations\":[%s]}"
                .formatted(IntStream.rangeClosed(1, 3)
                        .mapToObj(index -> Api.server("%s.a-%d".formatted(prefix, index)))
                        .collect(Collectors.joining(","))));
        api.ended(job).body("job.counts.done", is(3));
    }

    private ValidatableResponse submit(String operation) {
        return api.as()
                .body("{\"operations\":[%s]}".formatted(operation.replace('\'', '"')))
                .post(Api.JOBS)
                .then();
    }

    private void ended(String operation, int items) {
        var job = submit(operation)
                .statusCode(202)
                .body("job.total", is(items))
                .extract()
                .<String>path("job.id");
        api.ended(job).body("job.counts.done", is(items));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'stop': {'servers': {'name': 'PREFIX.a-*'}}} | os-stop | ACTIVE
            {'start': {'servers': {'name': 'PREFIX.a-?'}}} | os-start | SHUTOFF
            {'reboot': {'servers': {'name': 'PREFIX.*'}}} | reboot SOFT | ACTIVE
            {'reboot': {'servers': {'name': 'PREFIX.*', 'status': 'ERROR'}, 'type': 'HARD'}} | reboot HARD | ERROR""")
    void getsAnAction(String operation, String action, String status) {
        threeServers();
        var tag = Api.fresh("tag");
        ended(operation.replace("PREFIX", prefix).replace("'name'", "'tags': '" + tag + "', 'name'"), 3);

        for (int index = 1; index <= 3; index++) {
            assertThat(Api.done("%s.a-%d %s".formatted(prefix, index, action.contains(" ") ? action : action + " ")))
                    .isEqualTo(1);
        }
        assertThat(Api.done("listed %s %s".formatted(status, tag))).isEqualTo(1);
    }

    @Test
    void goes() {
        threeServers();
        ended(
                "{'delete': {'servers': {'name': '%s.a-[12]'}}}, {'delete': {'servers': {'name': '%s.a-2'}}}"
                        .formatted(prefix, prefix),
                1);
        ended("{'delete': {'servers': {'name': '%s?a-*'}}}".formatted(prefix), 2);

        assertThat(Api.deleted(prefix)).hasSize(3);
    }

    @Test
    void mayComeAfterOthers() {
        threeServers();
        ended(
                "{'name': 'net', 'method': 'POST', 'path': '/network/v2.0/networks', 'body': {'network': {'name': 'slow'}}},"
                        + "{'delete': {'servers': {'name': '%s*'}}, 'after': ['net']}".formatted(prefix),
                4);
    }

    @Test
    void isThereOrThereIsNoJob() {
        submit("{'delete': {'servers': {'name': '%s.b'}}}".formatted(prefix))
                .statusCode(400)
                .body("error.problems[0].message", is("at least one operation is expected"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'delete': {}}",
                "{'delete': {'servers': {}}}",
                "{'delete': {'servers': {'all_tenants': '1'}}}",
                "{'delete': {'servers': {'host': 'h1'}}}",
                "{'delete': {'servers': {'name': 7}}}",
                "{'delete': {'servers': {'name': 'a'}, 'type': 'HARD'}}",
                "{'reboot': {'servers': {'name': 'a'}, 'type': 'GENTLE'}}",
                "{'stop': {'servers': {'name': 'a'}}, 'method': 'POST'}",
                "{'stop': {'servers': {'name': 'a'}, 'images': {}}}"
            })
    void isDescribedInTermsThatComputeHeeds(String operation) {
        submit(operation).statusCode(400).body("error.problems.pointer", everyItem(containsString("/operations")));
        assertThat(Api.deleted(prefix)).isEmpty();
    }
}
