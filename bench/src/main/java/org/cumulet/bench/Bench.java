package org.cumulet.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `cumulet bench launch [--hosts 50] [--sizes 20,200] [--repeats 3] [--pids 1,2] [--json FILE]`,
/// `cumulet bench hosts --inventory FILE [--outside ADDRESS] [--repeats 3] [--pids 1,2] [--json FILE]`,
/// `cumulet bench bulk [--hosts 200] [--sizes 20,200,2000,20000] [--contracts FOLDER] [--pids 1,2] [--json FILE]`,
/// `cumulet bench identity [--seconds 5] [--revocations 100000] [--repeats 3] [--pids 1,2] [--json FILE]`,
/// `cumulet bench databases [--sizes 100] [--repeats 3] [--json FILE]`
///
/// The cloud is the one of the `OS_*` variables. The load is bounded: it stops by itself and deletes what it made.
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 0
                || !Set.of("launch", "bulk", "identity", "hosts", "databases").contains(args[0])) {
            System.err.println("""
                    usage: cumulet bench launch [--hosts N] [--sizes N,N] [--repeats N] [--pids P,P] [--json FILE]
                           cumulet bench bulk [--hosts N] [--sizes N,N] [--contracts FOLDER] [--pids P,P] [--json FILE]
                           cumulet bench hosts --inventory FILE [--outside ADDRESS] [--repeats N] [--pids P,P] [--json FILE]
                           cumulet bench identity [--seconds N] [--revocations N] [--repeats N] [--pids P,P] [--json FILE]
                           cumulet bench databases [--sizes N,N] [--repeats N] [--json FILE]""");
            System.exit(2);
        }
        var options = new Options(List.of(args).subList(1, args.length));
        var cloud = Cloud.login(System.getenv());
        var report = switch (args[0]) {
            case "launch" -> new LaunchBench(cloud, options).run();
            case "bulk" -> new BulkBench(cloud, cloud.neighbour("bench-neighbour", System.getenv()), options).run();
            case "hosts" -> new HostsBench(cloud, options).run();
            case "identity" -> new IdentityBench(cloud, options).run();
            default -> new DatabaseBench(cloud, options).run();
        };
        report.print(System.out);
        if (options.json() != null) {
            report.write(options.json());
        }
        if (report.hasFailures()) {
            System.exit(1);
        }
    }

    /// What was asked for on the command line.
    record Options(List<String> words) {
        int hosts(int otherwise) {
            return Integer.parseInt(value("--hosts", String.valueOf(otherwise)));
        }

        /// Where the schemas of events are.
        Path contracts() {
            return Path.of(value("--contracts", "contracts/events"));
        }

        /// The hosts, as Ansible reads them.
        Path inventory() {
            var file = value("--inventory", "");
            if (file.isEmpty()) {
                throw new IllegalArgumentException("--inventory FILE says which hosts");
            }
            return Path.of(file);
        }

        /// An address that hosts should reach; by default nobody's.
        String outside() {
            return value("--outside", "198.51.100.1");
        }

        int repeats() {
            return Integer.parseInt(value("--repeats", "3"));
        }

        double seconds() {
            return Double.parseDouble(value("--seconds", "5"));
        }

        int revocations() {
            return Integer.parseInt(value("--revocations", "100000"));
        }

        List<Integer> sizes(String otherwise) {
            return Arrays.stream(value("--sizes", otherwise).split(",", -1))
                    .map(Integer::parseInt)
                    .toList();
        }

        List<String> pids() {
            var pids = value("--pids", "");
            return pids.isEmpty() ? List.of() : List.of(pids.split(",", -1));
        }

        @Nullable
        Path json() {
            var file = value("--json", "");
            return file.isEmpty() ? null : Path.of(file);
        }

        private String value(String name, String otherwise) {
            var at = words.indexOf(name);
            return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
        }
    }
}
