package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.OpenView;
import dev.signalman.subject.ProjectSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bot's home tab. */
final class HomeTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private OpenView home(String person, String words) {
        bot.until(
                "the home tab says " + words,
                () -> bot.slack()
                        .home(person)
                        .filter(view -> view.drawn().contains(words))
                        .isPresent());
        return bot.slack().home(person).orElseThrow();
    }

    private boolean shows(String person, String words) {
        return bot.slack()
                .home(person)
                .filter(view -> view.drawn().contains(words))
                .isPresent();
    }

    private long published() {
        return bot.slack().calls().stream()
                .filter(call -> call.method().equals("views.publish"))
                .count();
    }

    private long looks() {
        return bot.semaphore().calls().stream()
                .filter(call -> call.path().contains("/pipelines"))
                .count();
    }

    @Test
    @Tag("over-a-socket")
    void itShowsWhatRunsAndChangesAsThatDoes() {
        var pipeline =
                bot.semaphore().push("web", "main", "Wax the floor", "alice").pipelineId();
        bot.slack().opensHome(ALICE);
        assertThat(home(ALICE, "is running on `main`").drawn()).contains("Wax the floor");
        bot.semaphore().finish(pipeline);
        assertThat(home(ALICE, "Nothing is running in web").buttons()).isEmpty();
        assertThat(bot.slack().home(BOB)).isEmpty();
    }

    @Test
    void itShowsThePersonsOwnBuildsAndOffersToRepeatWhatFailed() {
        bot.isNotifiedOf("web");
        bot.subscribes(ALICE, BUILDS, "web");
        bot.passed("web", "Sweep the floor");
        var broken =
                bot.semaphore().push("web", "vase", "Break the vase", "alice").pipelineId();
        bot.semaphore().failJob(broken, "Test", "rspec 2 of 2", 1, "crash\n");
        bot.cardIn(BUILDS, "Break the vase");
        bot.untilAllIsDone();
        bot.semaphore().push("web", "glue", "Buy glue", "alice");
        bot.semaphore().push("web", "broom", "Fetch the broom", "bob");
        bot.slack().opensHome(ALICE);
        var view = home(ALICE, "🔵 *web* `glue` is running");
        assertThat(view.drawn())
                .containsSubsequence(
                        "Your builds",
                        "🔵 *web* `glue` is running",
                        "Buy glue",
                        "❌ *web* `vase` failed",
                        "Break the vase",
                        "Running now",
                        "Fetch the broom")
                .doesNotContain("Buy glue  ·  Buy glue", "don't know which builds");
        assertThat(view.drawn().split("Buy glue", -1)).hasSize(2);
        bot.slack().presses(ALICE, view, "Rebuild failed");
        home(ALICE, "🔵 *web* `vase` is running");
    }

    @Test
    void whatAPersonStartsFromSlackIsTheirBuildAndOthersAreToldHowTheyAreKnown() {
        bot.semaphore().push("web", "main", "Whistle", "somebody");
        bot.says(ALICE, "/semaphore run web@topic");
        bot.card("Run by Alice");
        bot.untilAllIsDone();
        bot.slack().opensHome(ALICE);
        assertThat(home(ALICE, "*web* `topic` is ").drawn()).doesNotContain("(blank)");
        bot.slack().opensHome(BOB);
        assertThat(home(BOB, "Your builds").drawn())
                .contains(
                        "I don't know which builds are yours yet. Start one from Slack, or use the same e-mail address");
    }

    @Test
    void itShowsRedBranchesWithWhoBrokeThem() {
        bot.passed("web", "Sweep the floor");
        var broken =
                bot.semaphore().push("web", "main", "Break the vase", "bob").pipelineId();
        bot.semaphore().failJob(broken, "Test", "rspec 2 of 2", 1, "crash\n");
        var again = bot.semaphore().push("web", "main", "Glue it", "alice").pipelineId();
        bot.semaphore().failJob(again, "Test", "rspec 2 of 2", 1, "crash\n");
        bot.slack().opensHome(ALICE);
        var view = home(ALICE, "Red branches");
        assertThat(view.drawn()).contains("*web* `main`", "broken by Break the vase, bob");
        bot.slack().presses(ALICE, view, "Rebuild failed");
        home(ALICE, "is running");
    }

    @Test
    void itShowsWhatIsLiveAndOffersWhatCouldFollow() {
        var first = bot.passed("web", "Lay the table");
        bot.says(ALICE, "/semaphore promote staging pipeline " + first);
        bot.card("Promoted to staging by Alice");
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().finish(all.get(all.size() - 1));
        bot.passed("web", "Serve the soup");
        bot.slack().opensHome(BOB);
        bot.untilARound("it shows what is live", () -> shows(BOB, "Live now"));
        assertThat(home(BOB, "Live now").drawn()).contains("*web*  *staging*", "1 newer passed");
        assertThat(home(BOB, "Live now").buttons()).contains("Promote to staging");
    }

    @Test
    void itShowsTheLocksThatThePersonHolds() {
        bot.passed("web", "Count the spoons");
        bot.says(ALICE, "/semaphore lock production web because of guests");
        bot.card("Alice locked");
        bot.slack().opensHome(BOB);
        assertThat(home(BOB, "Running now").drawn()).doesNotContain("Your locks");
        bot.slack().opensHome(ALICE);
        var view = home(ALICE, "Your locks");
        assertThat(view.drawn()).contains("guests");
        bot.slack().presses(ALICE, view, "Unlock");
        bot.until(
                "the lock is gone",
                () -> bot.slack()
                        .home(ALICE)
                        .filter(shown -> !shown.drawn().contains("Your locks"))
                        .isPresent());
    }

    @Test
    void whatDidNotChangeIsNotPublishedAgain() {
        bot.slack().opensHome(ALICE);
        home(ALICE, "Nothing is running in web");
        var looks = looks();
        bot.slack().opensHome(ALICE);
        bot.until("it was drawn twice more", () -> looks() >= looks + 2);
        bot.semaphore().push("web", "main", "Beat the rug", "alice");
        home(ALICE, "is running");
        assertThat(home(ALICE, "Beat the rug").buttons()).containsExactly("Stop");
        assertThat(published()).isBetween(2L, 3L); // while it waits and when it runs
    }

    /** Slack reports each opening and no closing: repeated visits must not multiply the redraws. */
    @Test
    void onlyTheLastOfSeveralVisitsIsDrawnAgain() {
        for (int i = 0; i < 8; i++) {
            var before = looks();
            bot.slack().opensHome(ALICE);
            bot.until("it is drawn", () -> looks() > before);
        }
        var drawn = looks();
        bot.passes(Duration.ofSeconds(6));
        bot.until("it is drawn again", () -> looks() > drawn);
        bot.asks(ALICE, "/semaphore projects");
        bot.asks(ALICE, "/semaphore projects");
        assertThat(looks() - drawn).isLessThan(7); // once, or twice on a slow day
    }

    @Test
    @Tag("over-a-socket")
    void whatIsPressedThereIsDoneAndSaidInThePersonsOwnMessages() {
        bot.semaphore().push("web", "main", "Light the stove", "alice");
        bot.slack().opensHome(BOB);
        var view = home(BOB, "Light the stove");
        bot.slack().presses(BOB, view, "Stop");
        var direct = bot.slack().direct(BOB).id();
        bot.until(
                "it is said",
                () -> bot.slack().messages(direct).stream()
                        .anyMatch(each -> each.drawn().contains("Stopped by Bob") && !each.ephemeral()));
        assertThat(home(BOB, "Nothing is running in web").buttons()).isEmpty();
    }

    @Test
    void whoMayNotAskSeesNothing() throws Exception {
        try (var closed = Dialogue.configured(HomeTest::forBobAlone)) {
            closed.semaphore().push("web", "main", "Lock the shed", "alice");
            closed.slack().opensHome(ALICE);
            closed.slack().opensHome(BOB);
            closed.until("Bob's home", () -> closed.slack().home(BOB).isPresent());
            assertThat(closed.slack().home(ALICE)).isEmpty();
        }
    }

    @Test
    void whereTheFileNamesProjectsOnlyTheyAreLookedAt() throws Exception {
        try (var named = Dialogue.configured(HomeTest::forTheApi)) {
            named.semaphore().push("web", "main", "Sweep the porch", "alice");
            named.semaphore().push("api", "main", "Rake the yard", "alice");
            named.slack().opensHome(ALICE);
            named.until("Alice's home", () -> named.slack().home(ALICE).isPresent());
            named.until(
                    "what runs",
                    () -> named.slack().home(ALICE).orElseThrow().drawn().contains("Rake the yard"));
            assertThat(named.slack().home(ALICE).orElseThrow().drawn()).doesNotContain("Sweep the porch");
        }
    }

    private static Configuration forTheApi(Configuration usual) {
        return ConfigurationChanger.from(usual)
                .projects(new ProjectSettings(Map.of("api", new ProjectSettings.Setting("main", List.of()))))
                .configuration();
    }

    private static Configuration forBobAlone(Configuration usual) {
        return ConfigurationChanger.from(usual)
                .access(new AccessRules(Map.of("status", List.of(BOB))))
                .configuration();
    }
}
