package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// How many tokens are issued and validated per second, whatever was revoked before and whoever guesses at passwords.
final class IdentityBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKENS = "/identity/v3/auth/tokens";
    private static final int COLD_LOGINS = 50;
    private static final int BATCH = 5_000;
    private static final int GUESSERS = 64;
    private static final double GUESSING_SECONDS = 1;

    private final Cloud cloud;
    private final URI base;
    private final Bench.Options options;
    private final List<IdentityReport.Figure> figures = new ArrayList<>();
    private final List<String> users = new ArrayList<>();

    IdentityBench(Cloud cloud, Bench.Options options) {
        this.cloud = cloud;
        this.base = cloud.base();
        this.options = options;
    }

    IdentityReport run() throws IOException, InterruptedException, ExecutionException {
        var machine = Machine.now();
        try {
            return measured(machine);
        } finally {
            for (var user : users) {
                cloud.delete("/identity/v3/users/" + user);
            }
        }
    }

    private IdentityReport measured(Machine machine) throws IOException, InterruptedException, ExecutionException {
        var me = user();
        var token = token(me);
        var login = post(login(me));
        figure("warm-up", 201, 16, _ -> login);
        var validate = get(TOKENS, Map.of("X-Auth-Token", token, "X-Subject-Token", token));
        figure("warm-up", 200, 16, _ -> validate);
        figures.clear();
        var before = Memory.of(options.pids());

        cold();
        figure("issue by password, remembered", 201, 16, _ -> login);
        var rescope = post(rescope(token));
        figure("issue by token", 201, 16, _ -> rescope);
        var byCredential = post(credential(me, token));
        figure("issue by application credential", 201, 16, _ -> byCredential);
        validation("nothing revoked", token, validate);
        revoke(me);
        validation("%d revoked".formatted(options.revocations()), token, validate);
        var slowdown = guessed(me, validate);
        return new IdentityReport(machine, figures, slowdown, before, Memory.of(options.pids()));
    }

    /// Everybody logs in once, so nobody's password is remembered.
    private void cold() throws IOException, InterruptedException {
        var runs = new ArrayList<Load.Result>();
        for (var repeat = 0; repeat < options.repeats(); repeat++) {
            var logins = new ArrayList<byte[]>();
            for (var i = 0; i < COLD_LOGINS; i++) {
                logins.add(post(login(user())));
            }
            runs.add(new Load(base, 8, 201).of(COLD_LOGINS, logins::get));
        }
        add("issue by password, not remembered", 8, runs);
    }

    private void validation(String state, String token, byte[] validate) throws IOException, InterruptedException {
        figure("validate by GET /v3/auth/tokens, " + state, 200, 16, _ -> validate);
        var flavors = get("/compute/v2.1/extensions", Map.of("X-Auth-Token", token));
        figure("GET /compute/v2.1/extensions, " + state, 200, 16, _ -> flavors);
    }

    /// Tokens made and ended one by one.
    private void revoke(JsonNode user) throws IOException, InterruptedException {
        say("revoking %d tokens", options.revocations());
        var login = post(login(user));
        for (var left = options.revocations(); left > 0; left -= BATCH) {
            var tokens = new Load(base, 16, 201).tokens(Math.min(left, BATCH), login);
            var ended = new Load(base, 16, 204).of(tokens.size(), number -> end(tokens.get(number)));
            if (ended.wrong() > 0) {
                throw new IOException(ended.wrong() + " tokens were not ended");
            }
        }
    }

    private byte[] end(String token) {
        return request("DELETE", TOKENS, Map.of("X-Auth-Token", cloud.token(), "X-Subject-Token", token), "");
    }

    /// What is lost of validation while others guess at passwords.
    private double guessed(JsonNode user, byte[] validate)
            throws IOException, InterruptedException, ExecutionException {
        var quiet = figure("validate, nobody guesses", 200, 4, _ -> validate);
        var stopped = new AtomicBoolean();
        var guessing = CompletableFuture.supplyAsync(() -> guess(user, stopped));
        Thread.sleep((long) (GUESSING_SECONDS * 1000));
        var disturbed = figure("validate while 64 clients guess at passwords", 200, 4, _ -> validate);
        stopped.set(true);
        add("wrong passwords of those 64", GUESSERS, List.of(guessing.get()));
        return 1 - median(disturbed) / median(quiet);
    }

    private Load.Result guess(JsonNode user, AtomicBoolean stopped) {
        try {
            return new Load(base, GUESSERS, 401).until(stopped, number -> post(login(user, "wrong-" + number)));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(IdentityReport.Figure figure) {
        var sorted = figure.runs().stream()
                .mapToDouble(Load.Result::perSecond)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private IdentityReport.Figure figure(String name, int status, int clients, Load.Requests requests)
            throws IOException, InterruptedException {
        var runs = new ArrayList<Load.Result>();
        for (var repeat = 0; repeat < options.repeats(); repeat++) {
            runs.add(new Load(base, clients, status).during(options.seconds(), requests));
        }
        return add(name, clients, runs);
    }

    private IdentityReport.Figure add(String name, int clients, List<Load.Result> runs) {
        var figure = new IdentityReport.Figure(name, clients, runs);
        figures.add(figure);
        say("%s: %.0f/s", name, median(figure));
        return figure;
    }

    /// Somebody new, who is a member of the project.
    private JsonNode user() throws IOException, InterruptedException {
        var name = "bench-" + java.util.UUID.randomUUID();
        var user = cloud.post("/identity/v3/users", Map.of("user", Map.of("name", name, "password", password(name))))
                .path("user");
        users.add(user.path("id").asText());
        var role = cloud.get("/identity/v3/roles?name=member").at("/roles/0/id").asText();
        cloud.grant("/identity/v3/projects/%s/users/%s/roles/%s"
                .formatted(cloud.project(), user.path("id").asText(), role));
        return user;
    }

    private static String password(String name) {
        return "password of " + name;
    }

    private String login(JsonNode user) throws IOException {
        return login(user, password(user.path("name").asText()));
    }

    private String login(JsonNode user, String password) {
        return auth(Map.of(
                "methods", List.of("password"),
                "password", Map.of("user", Map.of("id", user.path("id").asText(), "password", password))));
    }

    private String rescope(String token) {
        return auth(Map.of("methods", List.of("token"), "token", Map.of("id", token)));
    }

    private String auth(Map<String, Object> identity) {
        return json(Map.of(
                "auth", Map.of("identity", identity, "scope", Map.of("project", Map.of("id", cloud.project())))));
    }

    private String credential(JsonNode user, String token) throws IOException {
        var path = "/identity/v3/users/%s/application_credentials"
                .formatted(user.path("id").asText());
        var body = json(Map.of("application_credential", Map.of("name", "bench")));
        var made = JSON.readTree(ask(request("POST", path, Map.of("X-Auth-Token", token), body), 201)
                        .text())
                .path("application_credential");
        return json(Map.of(
                "auth",
                Map.of(
                        "identity",
                        Map.of(
                                "methods", List.of("application_credential"),
                                "application_credential",
                                        Map.of(
                                                "id", made.path("id").asText(),
                                                "secret", made.path("secret").asText())))));
    }

    private String token(JsonNode user) throws IOException {
        return ask(post(login(user)), 201).headers().getOrDefault("x-subject-token", "");
    }

    private Connection.Answer ask(byte[] request, int expected) throws IOException {
        try (var connection = new Connection(base)) {
            var answer = connection.ask(request);
            if (answer.status() != expected) {
                throw new IOException("%d: %s".formatted(answer.status(), answer.text()));
            }
            return answer;
        }
    }

    private byte[] post(String body) {
        return request("POST", TOKENS, Map.of(), body);
    }

    private byte[] get(String path, Map<String, String> headers) {
        return request("GET", path, headers, "");
    }

    private byte[] request(String method, String path, Map<String, String> headers, String body) {
        return Connection.request(base, method, path, headers, body);
    }

    private static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }

    private static void say(String text, Object... values) {
        System.err.println(text.formatted(values));
    }
}
