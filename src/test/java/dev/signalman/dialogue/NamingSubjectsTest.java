package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.StartedWorkflow;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All ways to name a subject, with {@code status}. */
@TestInstance(Lifecycle.PER_CLASS)
final class NamingSubjectsTest {
    private Dialogue bot;
    private StartedWorkflow failed;
    private StartedWorkflow passed;
    private String job;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        var semaphore = bot.semaphore();
        failed = semaphore.push("web", "main", "Round invoices", "alice");
        semaphore.failJob(failed.pipelineId(), "Test", "rspec 2 of 2", 1, "boom\n");
        job = semaphore.jobId(failed.pipelineId(), "Test", "rspec 2 of 2");
        passed = semaphore.push("web", "main", "Sort invoices", "bob");
        semaphore.finish(passed.pipelineId());
        semaphore.push("web", "refs/tags/v1.2", "Release", "bob");
        semaphore.push("web", "pull-request-7", "Try it", "bob");
        semaphore.addProject("odd");
        semaphore.push("odd@main", "topic", "Odd name", "bob");
    }

    @AfterAll
    void end() {
        assertThat(bot.changesAsked()).isEmpty();
        bot.close();
    }

    private String status(String subject) {
        return bot.asks(ALICE, "/semaphore status " + subject).drawn();
    }

    @Test
    void aProjectOfTheVeryNameInQuotesIsThatProject() {
        assertThat(status("\"odd@main\"")).contains("*odd@main*", "on `topic`", "Odd name");
    }

    @Test
    void theCaseOfAProjectsNameMattersOnlyBetweenTwoThatDifferInNothingElse() {
        assertThat(status("WEB")).contains("*web*", "Sort invoices");
        assertThat(status("Web@main")).contains("*web*", "on `main`");

        bot.semaphore().addProject("Twin");
        bot.semaphore().push("Twin", "main", "Upper", "bob");
        bot.semaphore().addProject("twin");
        bot.semaphore().push("twin", "main", "Lower", "bob");
        bot.passes(Duration.ofSeconds(3));
        assertThat(status("twin")).contains("Lower");
        assertThat(status("Twin")).contains("Upper");
        var asked = bot.asks(ALICE, "/semaphore status TWIN");
        assertThat(asked.drawn()).contains("Which project?");
        assertThat(asked.buttons()).containsExactly("Twin", "twin");
        assertThat(bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, asked, "Twin"))
                        .drawn())
                .contains("Upper");
    }

    @ParameterizedTest
    @CsvSource({
        "web, on `main`, Sort invoices",
        "web@main, on `main`, Sort invoices",
        "project web, on `main`, Sort invoices",
        "pipeline web@main, on `main`, Sort invoices",
        "web@refs/tags/v1.2, on tag `v1.2`, Release",
        "web@pull-request-7, on pull request `7`, Try it",
        "'\"web\"@\"main\"', on `main`, Sort invoices",
        "'\"web@main\"', on `main`, Sort invoices",
        "'project \"web@refs/tags/v1.2\"', on tag `v1.2`, Release",
        "“web”, on `main`, Sort invoices"
    })
    void aProjectAndWhatOfItIsMeant(String subject, String ref, String commit) {
        assertThat(status(subject)).contains("*web*", ref, commit);
    }

    @Test
    void aProjectThatWasMadeAMomentAgoIsKnown() {
        assertThat(status("newborn")).contains("I can't find project “newborn”");
        bot.semaphore().addProject("newborn");
        bot.passes(Duration.ofSeconds(3));
        assertThat(status("newborn")).doesNotContain("I can't find project");
    }

    @Test
    void anIdAloneIsAPipelineOrAWorkflowOrAJob() {
        assertThat(status(failed.pipelineId())).contains("Round invoices").doesNotContain("Started");
        assertThat(status(failed.workflowId())).contains("Round invoices", "Started by a push by alice");
        assertThat(status(job)).contains("Round invoices", "rspec 2 of 2");
    }

    @Test
    void whatSemaphoreRefusesToReadAsOneThingMayBeAnother() {
        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/pipelines/" + job).answers(Reply.bare(400, "Not with this id")));
        assertThat(status(job)).contains("Round invoices", "rspec 2 of 2");
    }

    @Test
    void aNounNarrowsAnId() {
        assertThat(status("pipeline " + failed.pipelineId())).contains("Round invoices");
        assertThat(status("workflow " + failed.workflowId())).contains("Started by a push");
        assertThat(status("job " + job)).contains("Round invoices");
        for (var narrow : List.of(
                "job " + failed.pipelineId(),
                "job " + failed.workflowId(),
                "workflow " + failed.pipelineId(),
                "workflow " + job,
                "pipeline " + failed.workflowId(),
                "pipeline " + job)) {
            assertThat(status(narrow)).contains("I can't find pipeline, workflow or job ");
        }
    }

    @Test
    void anAddressOfSemaphoreIsReadWhateverSlackMadeOfIt() {
        var base = bot.semaphore().url();
        var workflow = base + "/workflows/" + failed.workflowId();
        assertThat(status(workflow)).contains("Started by a push by alice");
        assertThat(status(workflow + "?pipeline_id=" + failed.pipelineId()))
                .contains("Round invoices")
                .doesNotContain("Started");
        assertThat(status(workflow + "?a=1&pipeline_id=" + failed.pipelineId())).contains("Round invoices");
        assertThat(status(base + "/jobs/" + job)).contains("Round invoices");
        assertThat(status(base + "/projects/web")).contains("Sort invoices");
    }

    @Test
    void aWorkflowTellsWhatItRepeatsAndWhatWasPromotedInIt() {
        bot.promotedOnTheWeb("web", passed.pipelineId(), "staging");
        bot.says(ALICE, "/semaphore rerun workflow " + failed.workflowId());
        bot.card("Rerun by Alice");
        bot.semaphore().forgetCalls();

        assertThat(status(passed.workflowId())).contains("Started by a push by bob", "*Deploy to staging*");
        assertThat(status("web")).contains("Rerun of an earlier workflow");
        assertThat(bot.asks(ALICE, "/semaphore workflows web").drawn()).containsOnlyOnce("rerun");
    }

    @Test
    void theButtonsOfAnAnswerArePinnedToItsPipeline() {
        var answer = bot.asks(ALICE, "/semaphore status " + failed.pipelineId());
        assertThat(answer.buttons()).containsExactly("Rebuild failed", "Rerun", "Logs");

        var log = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, answer, "Logs"));
        assertThat(log.drawn()).contains("*rspec 2 of 2 of web*", "boom");
    }
}
