package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.GitHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting and rerunning workflows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
final class RunningTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.semaphore()
                .addProject("web")
                .plan(pipeline(".semaphore/nightly.yml", "Nightly")
                        .block("Long", job("soak").runsUntilTold()));
        bot.semaphore()
                .addProject("shop")
                .pushRuns("ci/build.yml")
                .plan(pipeline("ci/build.yml", "Shop's own")
                        .block("Test", job("unit").runsUntilTold()));
        bot.semaphore()
                .addProject("lab")
                .hostedBy(GitHost.GITLAB)
                .plan(pipeline(".semaphore/semaphore.yml", "Lab")
                        .block("Test", job("unit").runsUntilTold()));
        bot.passed("web", "Begin");
        bot.semaphore().push("web", "feature/x", "Branch", "alice");
        bot.semaphore().push("web", "refs/tags/v1.2", "Tag", "alice");
        bot.says(ALICE, "/semaphore use web");
        bot.card("this channel's default project");
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private String newestPipeline() throws Exception {
        var all = bot.semaphore().pipelines("web");
        var uri = URI.create(
                bot.semaphore().url() + "/api/v1alpha/pipelines/" + all.get(all.size() - 1) + "?detailed=true");
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Token " + bot.semaphore().token("signalman-bot"))
                .header("User-Agent", "SemaphoreCI v2.0 Client")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aRunWithoutAnythingTakesTheDefaultBranch() throws Exception {
        int before = bot.semaphore().workflows("web").size();
        bot.says(ALICE, "/semaphore run");
        bot.until("a workflow", () -> bot.semaphore().workflows("web").size() == before + 1);
        bot.card("Run by Alice", "`main`", "[Stop]");
        assertThat(newestPipeline()).contains("\"branch_name\":\"main\"");
    }

    @Test
    void aBranchATagAFileACommitAndParametersReachSemaphore() throws Exception {
        bot.says(ALICE, "/semaphore run web@feature/x LEVEL=full NOTE=\"two words\"");
        bot.card("Run by Alice with LEVEL=full NOTE=two words", "`feature/x`");
        assertThat(newestPipeline()).contains("LEVEL").contains("two words");
        bot.says(ALICE, "/semaphore run web@refs/tags/v1.2");
        bot.card("Run by Alice", "tag `v1.2`");
        bot.says(ALICE, "/semaphore run web file=.semaphore/nightly.yml");
        bot.card("Run by Alice", "Nightly");
        assertThat(newestPipeline()).contains("nightly.yml");
        bot.says(BOB, "/semaphore run web commit=0123456789abcdef0123456789abcdef01234567");
        bot.card("Run by Bob", "0123456");
        assertThat(newestPipeline()).contains("0123456789abcdef0123456789abcdef01234567");
    }

    @Test
    void aRunWithoutAFileTakesTheFileOfTheProject() {
        bot.says(ALICE, "/semaphore run shop@main");
        bot.card("Run by Alice", "Shop's own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456", "0123456789abcdef0123456789abcdef0123456", "HEAD"})
    void aCommitIsNamedInFull(String commit) {
        assertThat(bot.asks(ALICE, "/semaphore run web commit=" + commit).drawn())
                .contains("all 40 characters", "Nothing was changed");
    }

    @Test
    void aCommitInCapitalsIsTheSameCommit() throws Exception {
        bot.says(BOB, "/semaphore run web commit=FEDCBA9876543210FEDCBA9876543210FEDCBA98");
        bot.card("Run by Bob", "fedcba9");
        assertThat(newestPipeline()).contains("fedcba9876543210fedcba9876543210fedcba98");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refs/tags/v1.2", "pull-request-7"})
    void aTagAndAPullRequestRunAtTheirOwnCommitAlone(String ref) {
        int before = bot.semaphore().workflows("web").size();
        assertThat(bot.asks(ALICE, "/semaphore run web@" + ref + " commit=0123456789abcdef0123456789abcdef01234567")
                        .drawn())
                .contains(
                        "Semaphore only accepts commit= with a branch: a tag or pull request always runs its own commit.",
                        "Nothing was changed");
        assertThat(bot.semaphore().workflows("web")).hasSize(before);
    }

    @Test
    void whenSemaphoreStartsAnotherCommitThanWasAskedForThatIsSaid() {
        bot.passed("lab", "Newest of all");
        bot.says(ALICE, "/semaphore run lab@main commit=0123456789abcdef0123456789abcdef01234567");
        bot.card("Run by Alice", "Newest of all");
        var told = bot.card(ALICE, "asked for commit", "0123456", "Semaphore started", "instead", "[Stop]");
        bot.presses(ALICE, told, "Stop");
        bot.card("Newest of all", "Stopped by Alice");
    }

    @Test
    void aReferenceThatIsNotThereIsNamedAsTheCauseOnceSemaphoreGivesUp() {
        int before = bot.semaphore().pipelines("web").size();
        bot.says(ALICE, "/semaphore run web@no-such-branch");
        bot.until("it is there", () -> bot.semaphore().pipelines("web").size() > before);
        bot.passes(Duration.ofMinutes(3));
        bot.card("Run by Alice", "failed", "it got stuck", "[Rerun]");
        bot.card(
                "No job ran",
                "No job ran: Semaphore couldn't fetch the branch or tag from the Git host.",
                "Check its name");
    }

    @Test
    void aRerunMakesANewCardAndTheOldOneGetsItsButtonsBack() {
        var first = bot.passed("web", "Once more");
        bot.says(ALICE, "/semaphore promote staging " + first);
        var old = bot.card("Once more", "[Rerun]");
        int before = bot.semaphore().workflows("web").size();
        bot.presses(BOB, old, "Rerun");
        var fresh = bot.card("Rerun by Bob", "[Stop]", "Once more");
        assertThat(fresh.ts()).isNotEqualTo(old.ts());
        bot.becomes(old, "[Rerun]");
        assertThat(bot.semaphore().workflows("web")).hasSize(before + 1);
    }

    @Test
    void theSameLineTypedTwiceIsTwoRuns() {
        int before = bot.semaphore().workflows("web").size();
        bot.says(ALICE, "/semaphore rerun web");
        bot.says(ALICE, "/semaphore rerun web");
        bot.until("two workflows", () -> bot.semaphore().workflows("web").size() == before + 2);
    }
}
