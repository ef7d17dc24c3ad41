package dev.signalman.benchmark;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How fast the gate answers a deploy that may go on, beside many jobs that wait there for approval: a deploy that the
 * bot started, and one that was started on the web, whose first question is judged. The simulated Semaphore runs in this process, and answers as fast as it can.
 */
public final class GateBenchmark {
    private static final String MAIN = ".semaphore/semaphore.yml";
    private static final String FREE = ".semaphore/free.yml";
    private static final String HELD = ".semaphore/held.yml";
    private static final String CHANNEL = "C0DEPLOYS";
    private static final String RULES = """
            promotions:
              - {name: free, gate: true}
              - {name: held, gate: true, approvals: 1, approvers: [U0BOB, U0CAROL], notify: none, channel: C0DEPLOYS}
            """;

    private final SimulatedSlack slack;
    private final SimulatedSemaphore semaphore;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    private GateBenchmark(SimulatedSlack slack, SimulatedSemaphore semaphore, int port) {
        this.slack = slack;
        this.semaphore = semaphore;
        this.port = port;
    }

    /** Arguments: number of jobs that wait, number of deploys that are timed. */
    public static void main(String[] args) throws Exception {
        var clock = InstantSource.system();
        var directory = Files.createTempDirectory("signalman-gate");
        try (var slack = SimulatedSlack.start(clock, AppInstallation.usual());
                var semaphore = SimulatedSemaphore.start(clock)) {
            slack.add(SimulatedPerson.member("U0BOB", "Bob"));
            slack.add(SimulatedPerson.member("U0CAROL", "Carol"));
            slack.add(Conversation.open(CHANNEL, "deploys", "U0BOB", "U0CAROL"));
            slack.invite(CHANNEL);
            semaphore.user("signalman-bot").isEverywhere(Role.ADMIN);
            semaphore.settings().promotionsTake(Duration.ZERO).promotionsAreListedAfter(Duration.ZERO);
            semaphore
                    .addProject("web")
                    .plan(pipeline(MAIN, "Build")
                            .block("Test", job("unit").runsUntilTold())
                            .promotion("free", FREE)
                            .promotion("held", HELD))
                    .plan(pipeline(FREE, "Deploy").block("Gate", job("Approval").runsUntilTold()))
                    .plan(pipeline(HELD, "Deploy").block("Gate", job("Approval").runsUntilTold()));
            var environment = new HashMap<String, String>();
            environment.put("SLACK_BOT_TOKEN", slack.app().botToken());
            environment.put("SLACK_API_URL", slack.apiUrl());
            environment.put("SEMAPHORE_URL", semaphore.url());
            environment.put("SEMAPHORE_API_TOKEN", semaphore.token("signalman-bot"));
            environment.put(
                    "SIGNALMAN_CONFIG",
                    Files.writeString(directory.resolve("bench.yml"), RULES).toString());
            try (var bot = ServerProcess.start("signalman", ServerProcess.serving(), environment, directory)) {
                slack.botAt(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
                new GateBenchmark(slack, semaphore, bot.port())
                        .run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
            }
        }
    }

    private void run(int held, int timed) throws IOException, InterruptedException {
        var calls = new ArrayList<CompletableFuture<?>>();
        for (int n = 0; n < held; n++) {
            calls.add(waiting(request(deploy("held"))));
        }
        TimeUnit.SECONDS.sleep(60); // judging so many at once takes half a minute
        if (calls.stream().anyMatch(CompletableFuture::isDone)) {
            throw new IllegalStateException("Somebody got an answer without approval");
        }
        var approved = new ArrayList<Double>();
        var first = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        for (int n = 0; n < timed; n++) {
            var approvedRequest = request(promoted("free"));
            var request = request(deploy("free"));
            TimeUnit.SECONDS.sleep(2); // as long as Semaphore takes at least to give a job its machine
            approved.add(time(approvedRequest));
            first.add(time(request));
            again.add(time(request));
        }
        System.out.printf(Locale.ROOT, "gate: %d jobs wait, %d deploys are timed%n", held, timed);
        print("deploy of the bot", approved);
        print("deploy on the web, judged", first);
        print("its later question", again);
    }

    private static void print(String what, List<Double> times) {
        System.out.println("gate: " + what + "  "
                + Distribution.of(times.stream().mapToDouble(Double::doubleValue))
                        .in(" ms"));
    }

    /** Asks again after each 503, as curl does. */
    private CompletableFuture<HttpResponse<String>> waiting(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenCompose(answer ->
                        answer.statusCode() == 503 ? waiting(request) : CompletableFuture.completedFuture(answer));
    }

    private double time(HttpRequest request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private HttpRequest request(String deploy) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gate"))
                .header("Authorization", "Bearer " + semaphore.jobToken(deploy, "Gate", "Approval"))
                .build();
    }

    /** A deploy that somebody started on the web, whose first job runs. */
    private String deploy(String promotion) throws InterruptedException {
        var build = build();
        int before = semaphore.pipelines("web").size();
        semaphore.promoteOnTheWeb(build, promotion, "bob", Map.of());
        return begun(before);
    }

    /** A deploy that the bot started for somebody, whose first job runs. */
    private String promoted(String promotion) throws InterruptedException {
        var build = build();
        int before = semaphore.pipelines("web").size();
        slack.says("U0BOB", CHANNEL, "/semaphore promote " + promotion + " pipeline " + build);
        return begun(before);
    }

    private String build() {
        var build = semaphore.push("web", "main", "Round invoices", "alice").pipelineId();
        semaphore.finish(build);
        return build;
    }

    private String begun(int before) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (semaphore.pipelines("web").size() == before) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("Nothing was deployed");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        var deploy = semaphore.pipelines("web").get(before);
        semaphore.begin(deploy);
        return deploy;
    }
}
