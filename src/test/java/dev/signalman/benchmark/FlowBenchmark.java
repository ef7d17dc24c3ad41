package dev.signalman.benchmark;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.storage.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Pipelines that all run at once, shown live by two instances on one PostgreSQL in a rate-limited workspace: whether
 * all cards end in the right state, and at what cost.
 */
public final class FlowBenchmark {
    private static final String ALICE = "U0ALICE";
    private static final int BLOCKS = 4;
    private static final Duration MOST = Duration.ofMinutes(15);
    private static final long SEED = 20_261_126;

    private FlowBenchmark() {}

    /** Arguments: pipelines, channels, approximate seconds per block. */
    public static void main(String[] args) throws Exception {
        int pipelines = Integer.parseInt(args[0]);
        int channels = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        var directory = Files.createTempDirectory("signalman-flow");
        var clock = InstantSource.system();
        try (var slack = SimulatedSlack.start(clock);
                var semaphore = SimulatedSemaphore.start(clock)) {
            var plans = new Plans(seconds);
            slack.add(SimulatedPerson.member(ALICE, "Alice"));
            semaphore.user("signalman-bot").isEverywhere(Role.ADMIN);
            for (int n = 0; n < channels; n++) {
                slack.add(Conversation.open(channel(n), "c" + n, ALICE));
                slack.invite(channel(n));
                semaphore.addProject(project(n));
            }
            var environment = environment(slack, semaphore, subscriptions(channels, directory));
            try (var first =
                            ServerProcess.start("first", ServerProcess.serving(), environment, directory.resolve("1"));
                    var second = ServerProcess.start(
                            "second", ServerProcess.serving(), environment, directory.resolve("2"))) {
                TimeUnit.SECONDS.sleep(20); // until every project has been polled once
                semaphore.forgetCalls();
                Map<String, AwaitedPipelineCard> all = new HashMap<>();
                for (int n = 0; n < pipelines; n++) {
                    int channel = n % channels;
                    var fails = n % 5 == 4;
                    semaphore.addProject(project(channel)).plan(plans.next(fails));
                    var title = "Change number " + n + " of many";
                    var id = semaphore
                            .push(project(channel), "main", title, "alice")
                            .pipelineId();
                    all.put(id, new AwaitedPipelineCard(channel(channel), title, fails ? "failed" : "passed"));
                }
                new CardLagObserver(slack, semaphore, List.of(first, second), all).toItsEnd(MOST);
            }
        }
    }

    private static final class Plans {
        private final Random random = new Random(SEED);
        private final int seconds;

        Plans(int seconds) {
            this.seconds = seconds;
        }

        PipelinePlan next(boolean fails) {
            var plan = pipeline(SimulatedProject.MAIN_FILE, "Build");
            for (int block = 1; block <= BLOCKS; block++) {
                var millis = 500L * seconds + random.nextLong(1_000L * seconds);
                var job = job("job").takes(Duration.ofMillis(millis));
                plan = plan.block("Block " + block, fails && block == BLOCKS ? job.fails(1, "no\n") : job);
            }
            return plan;
        }
    }

    private static String channel(int n) {
        return "C0" + n;
    }

    private static String project(int n) {
        return "project-" + n;
    }

    private static Path subscriptions(int channels, Path directory) throws java.io.IOException {
        var lines = new ArrayList<>(List.of("subscriptions:"));
        for (int n = 0; n < channels; n++) {
            lines.add(String.format(Locale.ROOT, "  - {channel: %s, project: %s, mode: live}", channel(n), project(n)));
        }
        return Files.write(directory.resolve("signalman.yml"), lines);
    }

    private static Map<String, String> environment(SimulatedSlack slack, SimulatedSemaphore semaphore, Path file) {
        return Map.of(
                "SLACK_API_URL",
                slack.apiUrl(),
                "SLACK_BOT_TOKEN",
                slack.app().botToken(),
                "SEMAPHORE_URL",
                semaphore.url(),
                "SEMAPHORE_API_TOKEN",
                semaphore.token("signalman-bot"),
                "DATABASE_URL",
                TestDatabase.POSTGRES.fresh().jdbcUrl(),
                "SIGNALMAN_CONFIG",
                file.toString());
    }
}
