package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.JobAtTheGate;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills or suspends the bot between a job's question, the votes and the answer: each deploy has one request, none is
 * let through without its votes, and the job's wait goes on with the next bot, which is then killed in the next state.
 */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@MethodSource("dev.signalman.kill.KilledOn#server")
@Order(2)
final class KilledAtTheGateIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String TWO_AT_THE_GATE = """
              - {name: production, projects: [%s], approvals: 1, approvers: [%s, %s], notify: none, gate: true, channel: %s}
            """;
    private static final List<String> STATES = List.of("unopened", "posting", "voting", "voted");
    private static final String WAITS = "is waiting at the gate";

    /** What happens to the bot in the middle of its work. */
    private enum Strike {
        KILL {
            @Override
            void hits(BotProcess bot) {
                bot.kill();
            }
        },
        SUSPEND {
            @Override
            void hits(BotProcess bot) {
                bot.sleep();
            }
        };

        abstract void hits(BotProcess bot);
    }

    private final TestDatabase kind;
    private final AtomicInteger port = new AtomicInteger();
    private final AtomicReference<@Nullable Runnable> blow = new AtomicReference<>();
    private final AtomicReference<String> over = new AtomicReference<>("");
    private final List<JobAtTheGate> jobs = new ArrayList<>();

    @TempDir
    private Path folder;

    private final Map<String, ApprovalScenario> scenarios = new LinkedHashMap<>();
    private KillTestEnvironment environment;
    private volatile ApprovalScenario scenario;
    private BotProcess bot;

    KilledAtTheGateIT(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws IOException {
        environment = new KillTestEnvironment(kind, folder);
        environment.slack.add(SimulatedPerson.member(BOB, "Bob"));
        environment.slack.add(SimulatedPerson.member(CAROL, "Carol"));
        STATES.forEach(state -> scenarios.put(state, new ApprovalScenario(environment, state)));
        scenario = scenario(STATES.get(0));
        environment.configures(scenarios.values().stream()
                .map(each -> TWO_AT_THE_GATE.formatted(each.name, BOB, CAROL, each.channel))
                .collect(joining("", "promotions:\n", "")));
        environment.slack.tap(call -> {
            var said = URLDecoder.decode(call, StandardCharsets.UTF_8);
            if (said.contains(over.get()) && said.contains(scenario.channel)) {
                var strike = blow.getAndSet(null);
                if (strike != null) {
                    strike.run();
                }
            }
        });
        bot = started();
    }

    private ApprovalScenario scenario(String state) {
        return requireNonNull(scenarios.get(state));
    }

    private BotProcess started() throws IOException {
        var next = environment.start();
        port.set(next.port());
        return next;
    }

    @AfterEach
    void end() {
        jobs.forEach(JobAtTheGate::close);
        environment.close();
    }

    /** Somebody promotes on the web, and the deploy's job asks; one vote more than usual is needed, since nobody knows who. */
    private JobAtTheGate asks() {
        environment.semaphore.promoteOnTheWeb(scenario.pipeline, "production", "mallory", Map.of());
        await().atMost(LONG)
                .until(() -> environment.semaphore.pipelines(scenario.name).size() > 1);
        environment.semaphore.begin(scenario.deploy());
        var job = JobAtTheGate.asks(port::get, environment.semaphore.jobToken(scenario.deploy(), "Deploy", "rollout"));
        jobs.add(job);
        return job;
    }

    /** The next bot goes on. One that was only suspended wakes up once {@code seen} holds, and must change nothing. */
    private void takenOver(Strike strike, Runnable seen) throws IOException {
        var last = bot;
        bot = started();
        KillTestEnvironment.soon(seen::run);
        if (strike == Strike.SUSPEND) {
            last.wakeUp();
            bot.untilAllIsDone();
            last.untilAllIsDone();
            last.kill();
        }
        assertThat(environment.database.column("select count(*) from approval_request"))
                .as("one request for each deploy")
                .containsExactly(Integer.toString(jobs.size()));
    }

    /** Strikes when the bot sends Slack these words of this state. */
    private void strikesOver(String words, Strike strike) {
        var struck = bot;
        over.set(words);
        blow.set(() -> strike.hits(struck));
    }

    private void untilStruck() {
        await().atMost(LONG).until(() -> blow.get() == null);
    }

    private void votes(String person) {
        environment.slack.says(person, scenario.channel, "/semaphore approve " + scenario.number());
    }

    @ParameterizedTest
    @EnumSource
    void inNoStateIsADeployLetThroughWithoutItsVotesOrItsJobForgotten(Strike strike) throws IOException {
        beforeItOpenedTheRequest(strike);
        whileItPostsTheRequest(strike);
        betweenTheVotes(strike);
        rightAfterTheLastVote(strike);
    }

    private void beforeItOpenedTheRequest(Strike strike) throws IOException {
        scenario = scenario("unopened");
        var latch = new SemaphoreCallLatch();
        environment.semaphore.fault(
                SemaphoreFault.on("GET", "/promotions").waitsFor(latch).always());
        var job = asks();
        await().atMost(LONG)
                .until(() -> environment
                        .database
                        .column("select count(*) from gate_visit")
                        .contains("1"));
        strike.hits(bot);
        environment.semaphore.heal();
        latch.open();
        takenOver(strike, () -> assertThat(scenario.cards()).isNotEmpty());
        scenario.stands(WAITS, "0 of 2 approvals");
        assertThat(job.waits()).isTrue();
        scenario.press(BOB).stands("1 of 2 approvals");
        assertThat(job.waits()).isTrue();
        scenario.press(CAROL);
        assertThat(job.status()).isEqualTo(200);
        scenario.stands("is deploying to *production*");
    }

    private void whileItPostsTheRequest(Strike strike) throws IOException {
        scenario = scenario("posting");
        strikesOver(WAITS, strike);
        var job = asks();
        untilStruck();
        takenOver(strike, () -> assertThat(scenario.cards()).isNotEmpty());
        assertThat(job.waits()).isTrue();
        votes(BOB);
        job.reads("approved by Bob so far");
        votes(CAROL);
        assertThat(job.status()).isEqualTo(200);
    }

    private void betweenTheVotes(Strike strike) throws IOException {
        scenario = scenario("voting");
        var job = asks();
        scenario.stands(WAITS, "0 of 2 approvals").press(BOB).stands("1 of 2 approvals");
        strike.hits(bot);
        assertThat(job.waits()).isTrue();
        takenOver(strike, () -> assertThat(scenario.cards()).hasSize(1));
        job.reads("approved by Bob so far");
        scenario.press(CAROL);
        assertThat(job.status()).isEqualTo(200);
        scenario.stands("is deploying to *production*");
    }

    private void rightAfterTheLastVote(Strike strike) throws IOException {
        scenario = scenario("voted");
        var job = asks();
        scenario.stands(WAITS, "0 of 2 approvals").press(BOB).stands("1 of 2 approvals");
        strikesOver("is deploying to", strike);
        scenario.press(CAROL);
        untilStruck();
        takenOver(
                strike,
                () -> assertThat(environment.shown(scenario.channel, "is deploying to *production*"))
                        .isNotEmpty());
        assertThat(job.status()).isEqualTo(200);
        scenario.stands("is deploying to *production*");
        assertThat(environment.database.column("select count(*) from ledger where kind = 'gate'"))
                .containsExactly(Integer.toString(STATES.size()));
    }
}
