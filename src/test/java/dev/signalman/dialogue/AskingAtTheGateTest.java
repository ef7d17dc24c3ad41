package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.JobAtTheGate;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A deploy whose first job asks at the gate goes on only if it was approved, whoever started it. */
@Execution(ExecutionMode.CONCURRENT)
final class AskingAtTheGateTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(gated())));
    }

    private static Policy gated() {
        return Policy.of("production", List.of("web"), List.of(), null)
                .with(new Approvals(
                        1, List.of(RELEASE), DEPLOYS, Approvals.Notify.MENTION, false, Approvals.USUAL_LIFE, List.of()))
                .atTheGate();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    /** Bob promotes on the web; the deploy's job runs. */
    private String startedOnTheWeb() {
        var deploy = bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "production");
        bot.semaphore().begin(deploy);
        bot.semaphore().hold(deploy);
        return deploy;
    }

    @Test
    void whatWasStartedOnTheWebWaitsUntilItIsApproved() {
        var deploy = startedOnTheWeb();
        try (var job = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            var card = bot.cardIn(DEPLOYS, "#1", "*web* is waiting at the gate of *production*", "Round invoices");
            assertThat(card.drawn())
                    .contains("bob started it outside Signalman. Its first job waits for your decision.", "0 of 2");
            job.reads("#1 is waiting for approval");
            bot.presses(ALICE, card, "Approve");
            bot.becomes(card, "1 of 2");
            job.reads("approved by Alice so far");
            assertThat(job.waits()).isTrue();
            bot.presses(CAROL, card, "Approve");
            assertThat(job.status()).isEqualTo(200);
            assertThat(job.reads("Go ahead.")).contains("#1", "approved by Alice and Carol");
            bot.semaphore().finish(deploy);
            bot.becomes(card, "*web* is on *production*");
            assertThat(bot.asksIn(BOB, DEPLOYS, "/semaphore audit").drawn())
                    .contains("gate: Let through. #1: web is deploying", "bob", "request: #1 is waiting for approval")
                    .doesNotContain("bypass");
            assertThat(bot.shown(DEPLOYS, "outside Signalman by")).isEmpty();
        }
    }

    @Test
    void deployThatDoesNotAskIsReportedAsABypass() {
        bot.until(
                "web is looked through",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.query().contains("created_after")));
        var deploy = startedOnTheWeb();
        bot.passes(Duration.ofSeconds(20));
        bot.untilAllIsDone();
        assertThat(bot.shown(DEPLOYS, "outside Signalman by")).isEmpty();
        bot.semaphore().finish(deploy);
        bot.passes(Duration.ofSeconds(20));
        bot.cardIn(DEPLOYS, "*web* was promoted to *production* outside Signalman by *bob*");
    }

    @Test
    void rejectedIsClosed() {
        var deploy = startedOnTheWeb();
        try (var job = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            var card = bot.cardIn(DEPLOYS, "#1", "is waiting at the gate");
            bot.says(ALICE, DEPLOYS, "/semaphore reject 1 because not today");
            assertThat(job.status()).isEqualTo(403);
            assertThat(job.reads("rejected")).contains("not today");
            bot.becomes(card, "did not pass the gate of");
        }
    }

    @Test
    void expiredIsClosed() {
        var deploy = startedOnTheWeb();
        try (var job = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            var card = bot.cardIn(DEPLOYS, "#1", "is waiting at the gate", "the job gives up");
            bot.passes(Approvals.USUAL_LIFE.plusMinutes(1));
            assertThat(job.status()).isEqualTo(403);
            assertThat(job.reads("expired")).contains("#1", "Nothing was deployed.");
            bot.becomes(card, "expired", "did not pass the gate of");
        }
    }

    @Test
    void deployThatIsStoppedWhileItWaitsEndsItsRequest() {
        var deploy = startedOnTheWeb();
        try (var job = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            var card = bot.cardIn(DEPLOYS, "#1", "is waiting at the gate");
            bot.semaphore().stopOnTheWeb(deploy, "bob");
            bot.passes(Duration.ofMinutes(1));
            bot.becomes(card, "overtaken", "isn't waiting at the gate any more");
            assertThat(job.status()).isEqualTo(403);
            bot.says(ALICE, DEPLOYS, "/semaphore approve 1");
            bot.answerIn(ALICE, DEPLOYS, "#1 was overtaken");
        }
    }

    @Test
    void twoJobsOfADeployAreOneRequestAndGetOneAnswer() {
        var deploy = startedOnTheWeb();
        try (var first = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout");
                var second = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            var card = bot.cardIn(DEPLOYS, "#1", "is waiting at the gate");
            bot.presses(ALICE, card, "Approve");
            bot.becomes(card, "1 of 2");
            bot.presses(CAROL, card, "Approve");
            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(bot.shown(DEPLOYS, "*#")).hasSize(1);
        }
    }

    @Test
    void twoHundredWaitingJobsHoldNoThreadAndAllOfThemGoOn() throws Exception {
        var deploy = startedOnTheWeb();
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/gate"))
                .header("Authorization", "Bearer " + bot.semaphore().jobToken(deploy, "Deploy", "rollout"))
                .build();
        var client = HttpClient.newHttpClient();
        var waiting = Stream.generate(() -> client.sendAsync(question, BodyHandlers.ofString()))
                .limit(200)
                .toList();
        var card = bot.cardIn(DEPLOYS, "is waiting at the gate of", "0 of 2");
        bot.untilAllIsDone();

        bot.asks(ALICE, "/semaphore help"); // the server has 80 threads, which 200 held calls would have used up
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        bot.presses(ALICE, card, "Approve");
        bot.presses(CAROL, bot.becomes(card, "1 of 2"), "Approve");
        for (var answer : waiting) {
            assertThat(answer.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void rebuildOfADeployThatWasLetThroughAsksAnew() {
        var deploy = startedOnTheWeb();
        try (var job = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            var card = bot.cardIn(DEPLOYS, "#1", "is waiting at the gate");
            bot.presses(ALICE, card, "Approve");
            bot.becomes(card, "1 of 2");
            bot.presses(CAROL, card, "Approve");
            assertThat(job.status()).isEqualTo(200);
            bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "boom\n");
            var rebuilt = bot.semaphore().rebuildOnTheWeb(deploy, "bob").pipelineId();
            bot.semaphore().begin(rebuilt);
            try (var again = JobAtTheGate.asks(bot, rebuilt, "Deploy", "rollout")) {
                bot.cardIn(DEPLOYS, "#2", "is waiting at the gate");
                assertThat(again.waits()).isTrue();
            }
        }
    }

    @Test
    void lockThatIsSetMeanwhileHoldsTheLastVoteBack() {
        var deploy = startedOnTheWeb();
        try (var job = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            var card = bot.cardIn(DEPLOYS, "#1", "is waiting at the gate");
            bot.presses(ALICE, card, "Approve");
            bot.becomes(card, "1 of 2");
            bot.says(BOB, DEPLOYS, "/semaphore lock production web because we move");
            bot.cardIn(DEPLOYS, "locked *production*");
            bot.presses(CAROL, card, "Approve");
            bot.answerIn(CAROL, DEPLOYS, "your vote wasn't counted", "we move");
            assertThat(job.waits()).isTrue();
            bot.says(BOB, DEPLOYS, "/semaphore unlock production web");
            bot.cardIn(DEPLOYS, "unlocked *production*");
            bot.says(CAROL, DEPLOYS, "/semaphore approve 1");
            assertThat(job.status()).isEqualTo(200);
        }
    }

    @Test
    void whatWasApprovedHereGoesThroughAtOnce() {
        var pipeline = bot.passed("web", "Round invoices");
        bot.says(BOB, DEPLOYS, "/semaphore promote production " + pipeline);
        var card = bot.cardIn(DEPLOYS, "#1", "requests approval");
        bot.presses(ALICE, card, "Approve");
        bot.becomes(card, "is deploying to");
        var deploy = bot.semaphore().pipelines("web").get(1);
        bot.semaphore().begin(deploy);
        bot.semaphore().hold(deploy);
        try (var job = JobAtTheGate.asks(bot, deploy, "Deploy", "rollout")) {
            assertThat(job.status()).isEqualTo(200);
            assertThat(job.log().get(0)).contains("Promoted to production by Bob, approved by Alice.");
        }
        assertThat(bot.shown(DEPLOYS, "is waiting at the gate")).isEmpty();
    }
}
