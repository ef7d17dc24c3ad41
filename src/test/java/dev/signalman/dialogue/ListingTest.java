package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.simulator.semaphore.StartedWorkflow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, one line per item. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("smoke")
final class ListingTest {
    private Dialogue bot;
    private StartedWorkflow promoted;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        var semaphore = bot.semaphore();
        promoted = semaphore.push("web", "main", "Round invoices", "alice");
        semaphore.finish(promoted.pipelineId());
        bot.promotedOnTheWeb("web", promoted.pipelineId(), "staging");
        semaphore.push("web", "topic", "Try it", "bob");
        semaphore.addProject("shop").promotion("canary", "/.semaphore/canary.yml");
        bot.promotedOnTheWeb("shop", bot.passed("shop", "Sell more"), "canary");
        for (int i = 1; i <= 12; i++) {
            semaphore.push("api", "main", "Commit " + i + ".", "bob");
        }
        semaphore.connectAgents("s1-linux", 2, 1);
    }

    @AfterAll
    void end() {
        assertThat(bot.changesAsked()).isEmpty();
        bot.close();
    }

    private String asked(String line) {
        return bot.asks(GUS, "/semaphore " + line).drawn();
    }

    @Test
    void projects() {
        assertThat(asked("projects")).contains("web  `main`", "api", "[Status of … ▾ web / api / shop]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipelines", "workflows"})
    void tenNewestAreListedAndMoreBringsTheRestInTheSamePlace(String what) {
        var newest = bot.asks(ALICE, "/semaphore " + what + " api");
        assertThat(newest.drawn()).contains("Commit 12.", "Commit 3.", " on `main`", "just now", "bob");
        assertThat(newest.drawn()).startsWithIgnoringCase(what + " of api\n").doesNotContain("Commit 2.");

        var rest = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, newest, "More"));
        assertThat(rest.ts()).isEqualTo(newest.ts());
        assertThat(rest.drawn()).contains("Commit 2.", "Commit 1.").doesNotContain("Commit 3.");
        assertThat(rest.buttons()).isEmpty();
    }

    @Test
    void pipelinesAreListedByTheirEndsWhereThatIsSaidThoughTheyBeganBefore() {
        var semaphore = bot.semaphore();
        var early = semaphore.push("web", "long", "Began early", "bob").pipelineId();
        bot.passes(Duration.ofMinutes(10));
        semaphore.finish(early);
        bot.until("it ended", () -> semaphore.state(early).equals("passed"));

        assertThat(asked("pipelines web@long since=5m")).doesNotContain("Began early");
        assertThat(asked("pipelines web@long since=5m by=end")).contains("Began early");
        assertThat(asked("pipelines web by=name")).contains("by= can't be", "Use by=end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipelines", "workflows"})
    void moreOfWhatWasNarrowedIsNarrowedAlike(String what) {
        var file = what.equals("pipelines") ? " file=" + PipelineFixture.MAIN : "";
        var line = "/semaphore " + what + " api@main" + file + " since=2020-01-01 until=2099-12-31T10:00:00Z";
        var before = queries(what).size();
        var newest = bot.asks(ALICE, line);
        bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, newest, "More"));

        var asked = queries(what).stream().skip(before).toList();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).contains("branch_name=main", "created_after=1577836800", "created_before=4102394400");
        assertThat(asked.get(0).stream().anyMatch(each -> each.startsWith("yml_file_path=")))
                .isEqualTo(!file.isEmpty());
        assertThat(asked.get(1))
                .containsAll(asked.get(0))
                .hasSizeGreaterThan(asked.get(0).size());
    }

    private List<List<String>> queries(String what) {
        var path = what.equals("workflows") ? "/plumber-workflows" : "/pipelines";
        return bot.semaphore().calls().stream()
                .filter(call -> call.path().equals(path))
                .map(call -> List.of(call.query().split("&")))
                .toList();
    }

    @Test
    void pipelinesOfAProjectABranchAWorkflowAndAFile() {
        assertThat(asked("pipelines web")).contains("Round invoices", "Try it", "Deploy to staging");
        assertThat(asked("pipelines web@topic")).contains("Try it").doesNotContain("Round invoices");
        assertThat(asked("pipelines workflow " + promoted.workflowId()))
                .contains("Build and test", "Deploy to staging")
                .doesNotContain("Try it");
        assertThat(asked("pipelines web file=" + PipelineFixture.STAGING))
                .contains("Deploy to staging")
                .doesNotContain("Build and test");
    }

    @ParameterizedTest
    @ValueSource(strings = {".semaphore/canary.yml", "/.semaphore/canary.yml"})
    void pipelinesOfAFileAreFoundHoweverItIsSpelled(String file) {
        assertThat(asked("pipelines shop file=" + file)).contains("canary").doesNotContain("Build & Test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipelines", "workflows"})
    void sinceAndUntilCutTheList(String what) {
        assertThat(asked(what + " web since=1h")).contains("Round invoices");
        assertThat(asked(what + " web until=2020-01-01")).contains("None.");
        assertThat(asked(what + " web since=2019-01-01 until=2020-01-01")).contains("None.");
    }

    @Test
    void workflowsOfABranch() {
        assertThat(asked("workflows web@topic")).contains("Try it").doesNotContain("Round invoices");
    }

    @Test
    void promotionsOfABranchShowWhatIsLiveThoughANewerPipelineRuns() throws Exception {
        try (var fresh = Dialogue.start()) {
            fresh.passed("web", "Round invoices");
            fresh.says(ALICE, "/semaphore promote production web");
            fresh.card("Promoted to production by Alice");
            var deploy = fresh.semaphore().pipelines("web").get(1);
            fresh.semaphore().finish(deploy);
            fresh.card("Deploy to production", "passed");
            fresh.passed("web", "Sort invoices");
            fresh.says(ALICE, "/semaphore promote production web");
            fresh.card("Promoted to production by Alice", "Sort invoices");
            fresh.semaphore().push("web", "main", "Print invoices", "alice");

            var rows =
                    fresh.asks(BOB, "/semaphore promotions web").drawn().lines().toList();
            assertThat(rows.get(0)).contains("Promotions from web on main");
            assertThat(rows.get(1)).contains("*production*", "is still running").doesNotContain("*live*");
            assertThat(rows.get(2)).contains("*production*", "*live*", "passed", "by Alice");
        }
    }

    @Test
    void promotionsThatWereTriggeredAndThoseThatAreKnown() {
        assertThat(asked("promotions " + promoted.pipelineId()))
                .contains("*staging*", "is still running", "Known promotions: staging, production.")
                .contains("[Promote to staging] [Promote to production]");
        assertThat(asked("promotions web@topic")).contains("Known promotions").doesNotContain("[Promote");
    }

    @Test
    void agentTypesAndOneOfThem() {
        var all = bot.asks(ALICE, "/semaphore agents");
        assertThat(all.drawn()).contains("`s1-linux`  3 agents connected");
        assertThat(asked("agents show s1-linux")).contains("*s1-linux*  3 agents connected", "[Disable idle agents]");

        var one = bot.nextTo(ALICE, DEPLOYS, () -> bot.slack().chooses(ALICE, all, "Show …", "s1-linux"));
        assertThat(one.drawn()).contains("*s1-linux*  3 agents connected");
    }

    @Test
    void aMisspeltAgentTypeIsOfferedByItsRightName() {
        var refused = bot.asks(ALICE, "/semaphore agents show s1-linx");
        assertThat(refused.drawn()).contains("I can't find agent type “s1-linx”");
        var shown = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, refused, "s1-linux"));
        assertThat(shown.drawn()).contains("3 agents connected");
    }
}
