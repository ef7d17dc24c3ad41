package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The message in the thread of a failed pipeline's card, and who is notified. */
final class TriagingTest {
    private static final String LOG = "Compiling\n  1) Invoice rounds half-even\ntoken=abcdefgh\n<!channel>\n";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.isNotifiedOf("web");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void subscribe(String channel, String line) {
        int before = bot.messages(channel).size();
        bot.says(ALICE, channel, "/semaphore subscribe " + line);
        bot.until("it is subscribed", () -> bot.messages(channel).size() > before);
    }

    private String failed(String message, String login) {
        var pipeline = bot.semaphore().push("web", "main", message, login).pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, LOG);
        return pipeline;
    }

    private List<PostedMessage> replies(PostedMessage card) {
        return bot.messages(card.channel()).stream()
                .filter(each -> card.ts().equals(each.threadTs()))
                .toList();
    }

    private PostedMessage triage(PostedMessage card) {
        bot.until(
                "something is said under " + card.drawn(), () -> !replies(card).isEmpty());
        return replies(card).get(0);
    }

    @Test
    void underTheCardOfAFailureStandsOnceWhatBrokeAndItsAuthorIsMentioned() {
        subscribe(BUILDS, "web");
        subscribe(DEPLOYS, "web@main mode=live threads=off");
        var pipeline = failed("Round invoices", "bob");
        for (var channel : List.of(BUILDS, DEPLOYS)) {
            var card = bot.cardIn(channel, "*web* failed on `main`", "Round invoices");
            var triage = triage(card);
            assertThat(triage.drawn())
                    .contains("@U0BOB: *Build › compile* ended with exit code 1 in `make test`")
                    .contains("1) Invoice rounds half-even", "token=[masked]", "<!channel>")
                    .doesNotContain("abcdefgh", "checkout")
                    .contains("No earlier runs of this job on main.");
            assertThat(triage.text())
                    .isEqualTo("Bob: web failed on main in Build, compile: make test ended with exit code 1.");
            assertThat(triage.buttons()).containsExactly("Rebuild failed", "Logs");
        }
        bot.hints(pipeline);
        bot.hints(pipeline);
        bot.untilAllIsDone();
        assertThat(replies(bot.cardIn(BUILDS, "Round invoices", "[Rerun]"))).hasSize(1);
        assertThat(replies(bot.cardIn(DEPLOYS, "Round invoices", "[Rerun]"))).hasSize(1);
    }

    @Test
    void ofALogThatSemaphoreCutItIsSaidThatTheCauseIsNotInItAndNoOtherIsShown() {
        bot.semaphore().settings().logsHold(5_000);
        subscribe(BUILDS, "web");
        var pipeline =
                bot.semaphore().push("web", "main", "Print everything", "bob").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "all is fine here\n".repeat(500) + "the cause\n");
        var triage = triage(bot.cardIn(BUILDS, "*web* failed on `main`", "Print everything"));
        assertThat(triage.drawn())
                .contains("*Build › compile* failed", "Semaphore cut its log at 16 MB", "before the failure")
                .doesNotContain("all is fine here", "none of its commands", "Log is trimmed");

        var log = bot.nextTo(ALICE, BUILDS, () -> bot.presses(ALICE, triage, "Logs"));
        assertThat(log.drawn())
                .contains("all is fine here", "Semaphore cut this log at 16 MB", "the end is missing")
                .doesNotContain("Log is trimmed", "The whole log", "artifact");

        bot.semaphore().settings().logsAreUploadedAs("job_logs.txt.gz");
        var job = bot.semaphore().jobId(pipeline, "Build", "compile");
        var whole = bot.nextTo(ALICE, BUILDS, () -> bot.presses(ALICE, triage, "Logs"));
        assertThat(whole.drawn()).contains("The agent uploaded the whole log as an artifact.");
        assertThat(whole.blocks().toString())
                .contains(bot.semaphore().url() + "/jobs/" + job + "/artifacts/agent%2Fjob_logs.txt.gz");
        assertThat(bot.semaphore().calls()).noneMatch(call -> call.query().contains("artifact_job_logs"));

        bot.semaphore().settings().artifactsApi(false);
        var linked = bot.nextTo(ALICE, BUILDS, () -> bot.presses(ALICE, triage, "Logs"));
        assertThat(linked.blocks().toString()).contains("/jobs/" + job + "\"").doesNotContain("/artifacts/");
    }

    @Test
    void itsButtonsWork() {
        subscribe(BUILDS, "web");
        failed("Pressed", "bob");
        var triage = triage(bot.cardIn(BUILDS, "Pressed"));
        var log = bot.nextTo(ALICE, BUILDS, () -> bot.presses(ALICE, triage, "Logs"));
        assertThat(log.drawn()).contains("compile of web", "1) Invoice rounds half-even");
        bot.presses(ALICE, triage, "Rebuild failed");
        bot.becomes(triage, "pressed *Rebuild failed*", "@U0BOB");
        bot.cardIn(BUILDS, "Pressed", "Rebuilt by Alice");
    }

    @Test
    void withMentionOffNobodyIsMentionedAndStrangersAndGuestsAreOnlyNamed() {
        subscribe(BUILDS, "web");
        subscribe(DEPLOYS, "web mention=off");
        for (var login : List.of("gus", "stranger", "nobody")) {
            failed("By " + login, login);
            var triage = triage(bot.cardIn(BUILDS, "By " + login));
            assertThat(triage.drawn())
                    .containsIgnoringCase("*" + login + "*: *Build › compile*")
                    .doesNotContain("@");
        }
        failed("By bob", "bob");
        assertThat(triage(bot.cardIn(BUILDS, "By bob")).drawn()).contains("@U0BOB");
        assertThat(triage(bot.cardIn(DEPLOYS, "By bob")).drawn()).startsWith("*Build › compile*");
    }

    @Test
    void itIsSaidWhetherTheJobIsNewToFailing() {
        subscribe(BUILDS, "web");
        for (int n = 0; n < 2; n++) {
            bot.semaphore()
                    .finish(bot.semaphore()
                            .push("web", "main", "Good " + n, "alice")
                            .pipelineId());
        }
        failed("Fresh failure", "bob");
        assertThat(triage(bot.cardIn(BUILDS, "Fresh failure")).drawn())
                .contains("New: this job passed in the last 2 runs of main.");
        failed("Once more", "bob");
        assertThat(triage(bot.cardIn(BUILDS, "Once more")).drawn())
                .contains("This job failed 1 of the last 3 runs of main.");
    }

    @Test
    void theHistoryOfWhatIsPromotedByAnAbsolutePathIsFoundToo() {
        bot.semaphore().addProject("web").promotion("canary", "/.semaphore/canary.yml");
        subscribe(BUILDS, "web result=broken,fixed pipeline=canary.yml");
        bot.semaphore().finish(bot.promotedOnTheWeb("web", bot.passed("web", "Good canary"), "canary"));
        var bad = bot.promotedOnTheWeb("web", bot.passed("web", "Bad canary"), "canary");
        bot.semaphore().failJob(bad, "Deploy", "Deploy", 1, LOG);
        assertThat(triage(bot.cardIn(BUILDS, "Bad canary")).drawn())
                .contains("New: this job passed in the last run of main.");
        bot.semaphore().finish(bot.promotedOnTheWeb("web", bot.passed("web", "Mended canary"), "canary"));
        bot.cardIn(BUILDS, "Mended canary");
    }

    @Test
    void whereOthersReadAlongNothingOfTheLogIsShown() {
        subscribe(SHARED, "web");
        failed("Read along", "bob");
        var triage = triage(bot.cardIn(SHARED, "Read along"));
        assertThat(triage.drawn())
                .contains("@U0BOB: *Build › compile* failed", "whole log", "People of other organizations")
                .doesNotContain("Invoice", "make test");
    }

    @Test
    void whatWasStartedFromSlackIsToldTooAndWithoutANotificationNobodyIsMentioned() {
        bot.semaphore().notifications().lose(true);
        bot.says(ALICE, "/semaphore run web@main");
        bot.card("*web* is running", "Alice");
        var pipeline = bot.semaphore().pipelines("web").get(0);
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, LOG);
        var card = bot.card("*web* failed", "Alice");
        assertThat(triage(card).drawn()).startsWith("*Build › compile* ended with exit code 1");
    }

    @Test
    void inAThreadItStandsInTheSameThread() {
        subscribe(BUILDS, "web");
        var first = bot.semaphore().push("web", "main", "Two parts", "bob").pipelineId();
        bot.semaphore().finish(first);
        var card = bot.cardIn(BUILDS, "Two parts", "passed");
        var deploy = bot.promotedOnTheWeb("web", first, "staging");
        bot.semaphore().failJob(deploy, "Deploy", "rollout", 7, "no room\n");
        bot.until("both stand there", () -> replies(card).size() == 2);
        assertThat(replies(card).get(1).drawn()).contains("*Deploy › rollout* ended with exit code 7", "no room");
    }

    @Test
    void whileSemaphoreIsAwayTheCardStandsAndTheRestComesLater() {
        subscribe(BUILDS, "web");
        bot.semaphore().fault(SemaphoreFault.on("GET", "/logs/*").always().unavailable());
        failed("Patience", "bob");
        var card = bot.cardIn(BUILDS, "*web* failed on `main`", "Patience");
        bot.until(
                "the log was asked for",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.path().contains("/logs/")));
        assertThat(replies(card)).isEmpty();
        bot.semaphore().heal();
        assertThat(triage(card).drawn()).contains("@U0BOB", "1) Invoice rounds half-even");
    }
}
