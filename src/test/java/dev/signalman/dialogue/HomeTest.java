package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
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
