package org.cumulet.inventory.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cumulet.inventory.step.HostSteps.Answer;
import org.cumulet.inventory.step.HostSteps.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script as hosts run it, on a folder that plays the root of a host.
class HostScriptTest {

    private static final String FOREIGN = """
            127.0.0.1 localhost
            127.0.1.1 compute1

            # somebody's own
            10.9.9.9 printer
            """;
    private static final String OURS = "172.16.1.11 controller\n172.16.1.21 compute1\n";

    @TempDir
    Path folder;

    private Path root;
    private Path change;
    private Path hosts;

    @BeforeEach
    void aHost() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        change = folder.resolve("changes/one");
        hosts = root.resolve("etc/hosts");
        Files.createDirectories(hosts.getParent());
        Files.writeString(hosts, FOREIGN);
    }

    private static List<Step> hostsFile(String text) {
        return List.of(new Step(StepName.HOSTS_FILE, new Item.Block("/etc/hosts", text)));
    }

    private static List<Step> twoFiles() {
        return List.of(
                new Step(StepName.HOSTS_FILE, new Item.Block("/etc/hosts", OURS)),
                new Step(
                        StepName.TIME,
                        new Item.OwnFile("/etc/chrony/conf.d/cumulet.conf", "0640", "server a iburst\n")));
    }

    /// The interface is not there, so the last step fails.
    private static List<Step> failing() {
        var steps = new ArrayList<>(twoFiles());
        steps.add(new Step(StepName.BRIDGE, new Item.Bridge("br-none", "no-such-nic", "none.service")));
        return steps;
    }

    private String run(String script, String... arguments) throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of("sh", "-eu", "-s", "--"));
        argv.addAll(List.of(arguments));
        var builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.environment().put("CUMULET_ROOT", root.toString());
        var process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private List<Change> look(List<Step> steps) throws IOException, InterruptedException {
        var script = new HostScript(steps);
        return script.differences("mark", run(script.text(), "look", "mark")).orElseThrow();
    }

    private Answer drive(String what, List<Step> steps, int guard) throws IOException, InterruptedException {
        return Answer.read(said(what, steps, guard));
    }

    private HostSteps.Whole whole(List<Step> steps) throws IOException, InterruptedException {
        return HostSteps.Whole.read(new HostScript(steps), change.getFileName().toString(), said("whole", steps, 60));
    }

    private String said(String what, List<Step> steps, int guard) throws IOException, InterruptedException {
        var coded =
                Base64.getEncoder().encodeToString(new HostScript(steps).text().getBytes(StandardCharsets.UTF_8));
        return run(
                "SCRIPT=%s\n%s".formatted(coded, HostScript.text("drive.sh")),
                what,
                change.toString(),
                Integer.toString(guard),
                "20");
    }

    private Answer prepare(List<Step> steps) throws IOException, InterruptedException {
        drive("begin", steps, 60);
        return drive("confirm", steps, 60);
    }

    @Nested
    class ALook {

        @Test
        void saysWhatIsThereAndWhatShallBe() throws Exception {
            assertThat(look(hostsFile(OURS))).singleElement().satisfies(found -> {
                assertThat(found.step()).isEqualTo(StepName.HOSTS_FILE);
                assertThat(found.is()).isNull();
                assertThat(found.diff()).isEqualTo("+172.16.1.11 controller\n+172.16.1.21 compute1");
            });
        }

        @Test
        void changesNothing() throws Exception {
            look(failing());

            assertThat(hosts).hasContent(FOREIGN);
            assertThat(root.resolve("etc/chrony")).doesNotExist();
        }

        @Test
        void showsALineThatWasChangedByHand() throws Exception {
            prepare(hostsFile(OURS));
            Files.writeString(hosts, Files.readString(hosts).replace("172.16.1.21", "172.16.1.99"));

            assertThat(look(hostsFile(OURS)))
                    .extracting(Change::diff)
                    .containsExactly(" 172.16.1.11 controller\n-172.16.1.99 compute1\n+172.16.1.21 compute1");
        }
    }

    @Nested
    class AChange {

        @Test
        void addsItsOwnBlockAndLeavesForeignLinesAlone() throws Exception {
            assertThat(prepare(hostsFile(OURS)).state()).isEqualTo(State.DONE);

            assertThat(Files.readString(hosts)).startsWith(FOREIGN).contains(OURS);
        }

        @Test
        void isDoneOnceHoweverOftenItIsAskedFor() throws Exception {
            prepare(twoFiles());
            var once = Files.readString(hosts);
            change = folder.resolve("changes/two");

            assertThat(look(twoFiles())).isEmpty();
            prepare(twoFiles());
            assertThat(hosts).hasContent(once);
        }

        @Test
        void waitsUntilSomebodySaysThatTheHostIsStillReached() throws Exception {
            assertThat(drive("begin", twoFiles(), 60).state()).isEqualTo(State.WAITING);
            assertThat(drive("begin", twoFiles(), 60).state()).isEqualTo(State.WAITING);
            assertThat(drive("confirm", twoFiles(), 60).state()).isEqualTo(State.DONE);
        }

        @Test
        void keepsWhatWasThereForPeopleToo() throws Exception {
            prepare(twoFiles());

            assertThat(change.resolve("backup/%etc%hosts")).hasContent(FOREIGN);
        }

        @Test
        void refusesABlockThatIsTorn() throws Exception {
            Files.writeString(
                    hosts, FOREIGN + "# BEGIN cumulet: this block is kept by the cloud\n1.2.3.4 controller\n");

            var answer = prepare(hostsFile(OURS));

            assertThat(answer.state()).isEqualTo(State.UNDONE);
            assertThat(answer.lastWords()).contains("torn");
        }

        @Test
        void takesOldJobsThatSetTheClockOutWhereThatIsWanted() throws Exception {
            var cron = root.resolve("etc/crontab");
            Files.writeString(cron, "0 1 * * * root backup\n*/5 * * * * root ntpdate 192.0.2.1\n");

            prepare(List.of(new Step(StepName.TIME, new Item.OldTimeJobs(true))));

            assertThat(cron)
                    .hasContent("0 1 * * * root backup\n# replaced by chrony: */5 * * * * root ntpdate 192.0.2.1\n");
        }
    }

    @Nested
    class AChangeThatNobodyHasToConfirm {

        @Test
        void saysAtOnceWhatWasThereAndWhatIs() throws Exception {
            var whole = whole(twoFiles());

            assertThat(whole.answer().state()).isEqualTo(State.DONE);
            assertThat(whole.was())
                    .extracting(Change::what)
                    .containsExactly("/etc/hosts", "/etc/chrony/conf.d/cumulet.conf");
            assertThat(whole.is()).isEmpty();
            assertThat(Files.readString(hosts)).startsWith(FOREIGN).contains(OURS);
        }

        @Test
        void saysTheSameWhenItIsAskedAgain() throws Exception {
            var first = whole(twoFiles());

            assertThat(whole(twoFiles())).isEqualTo(first);
        }

        @Test
        void leavesNothingBehindWhereNothingWasToBeChanged() throws Exception {
            whole(twoFiles());
            change = folder.resolve("changes/two");

            assertThat(whole(twoFiles()).was()).isEmpty();
            assertThat(change).doesNotExist();
        }

        @Test
        void isTakenBackWhenAStepFails() throws Exception {
            var answer = whole(failing()).answer();

            assertThat(answer.state()).isEqualTo(State.UNDONE);
            assertThat(answer.lastWords()).contains("there is no interface no-such-nic");
            assertThat(hosts).hasContent(FOREIGN);
        }

        @Test
        void isTakenBackWhenTheHostWentDownInTheMiddle() throws Exception {
            whole(twoFiles());
            Files.writeString(change.resolve("state"), "running\n"); // as a host that lost its power left it

            assertThat(whole(twoFiles()).answer().state()).isEqualTo(State.UNDONE);
            assertThat(hosts).hasContent(FOREIGN);
        }

        @Test
        void canBeUndoneLater() throws Exception {
            whole(twoFiles());

            assertThat(drive("back", twoFiles(), 60).state()).isEqualTo(State.UNDONE);
            assertThat(hosts).hasContent(FOREIGN);
        }
    }

    @Nested
    class TheWayBack {

        @Test
        void isTakenWhenAStepFails() throws Exception {
            var answer = drive("begin", failing(), 60);

            assertThat(answer.state()).isEqualTo(State.UNDONE);
            assertThat(answer.lastStep()).isEqualTo("bridge");
            assertThat(answer.lastWords()).contains("there is no interface no-such-nic");
            assertThat(hosts).hasContent(FOREIGN);
            assertThat(root.resolve("etc/chrony/conf.d/cumulet.conf")).doesNotExist();
        }

        @Test
        void isTakenByTheHostItselfWhenNobodyConfirms() throws Exception {
            drive("begin", twoFiles(), 1);

            await().atMost(Duration.ofSeconds(20)).until(() -> hasState("undone"));
            assertThat(hosts).hasContent(FOREIGN);
            assertThat(drive("confirm", twoFiles(), 1).state()).isEqualTo(State.UNDONE);
        }

        @Test
        void isTakenWhenSomebodyCancels() throws Exception {
            drive("begin", twoFiles(), 60);

            assertThat(drive("cancel", twoFiles(), 60).state()).isEqualTo(State.UNDONE);
            assertThat(hosts).hasContent(FOREIGN);
        }

        @Test
        void isTakenWhenTheHostWentDownInTheMiddle() throws Exception {
            drive("begin", twoFiles(), 600);
            Files.writeString(change.resolve("state"), "running\n"); // as a host that lost its power left it
            killWhoIsAtWork();

            assertThat(drive("begin", twoFiles(), 60).state()).isEqualTo(State.UNDONE);
            assertThat(hosts).hasContent(FOREIGN);
        }

        @Test
        void canBeTakenLaterAndKeepsWhatOthersHaveWrittenSince() throws Exception {
            prepare(twoFiles());
            Files.writeString(hosts, Files.readString(hosts) + "10.8.8.8 scanner\n");

            assertThat(drive("back", twoFiles(), 60).state()).isEqualTo(State.UNDONE);
            assertThat(hosts).hasContent(FOREIGN + "10.8.8.8 scanner\n");
        }

        private boolean hasState(String state) throws IOException {
            return Files.readString(change.resolve("state")).strip().equals(state);
        }

        private void killWhoIsAtWork() {
            ProcessHandle.allProcesses()
                    .filter(process -> process.info().commandLine().orElse("").contains(change.toString()))
                    .forEach(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ProcessHandle.allProcesses()
                            .noneMatch(process ->
                                    process.info().commandLine().orElse("").contains(change.toString())));
        }
    }

    @Test
    void nothingGetsIntoTheScriptThatAShellReadsAsMoreThanAWord() {
        for (var evil : List.of("x; rm -rf /", "$(reboot)", "a b", "`id`", "a\nb", "")) {
            assertThatThrownBy(() -> new HostScript(List.of(new Step(StepName.TIME, new Item.Unit(evil)))).text())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
