package dev.signalman.dialogue;

import static dev.signalman.harness.PipelineFixture.PRODUCTION;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.simulator.semaphore.PromotionParameter.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.app.config.Configuration;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SignedRequests;
import dev.signalman.simulator.slack.PressedControl;
import dev.signalman.subject.ProjectSettings;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Buttons as saved lines: long ones, lost ones, forged ones, and those of a menu. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PressingLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PROMOTIONS = List.of("staging", "production", "blue", "green", "canary");

    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.configured(PressingLinesTest::withManyPromotions);
        bot.semaphore()
                .addProject("web")
                .promotion("blue", PRODUCTION)
                .promotion("green", PRODUCTION)
                .promotion("canary", PRODUCTION, parameter("NOTE").optional());
    }

    private static Configuration withManyPromotions(Configuration usual) {
        return ConfigurationChanger.from(usual)
                .projects(new ProjectSettings(Map.of("web", new ProjectSettings.Setting("main", PROMOTIONS))))
                .configuration();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private List<String> promotions() {
        return bot.semaphore().promotions("web");
    }

    @Test
    void ofManyPromotionsTheRestStandsInAMenuWhoseChoiceWorks() {
        var pipeline = bot.passed("web", "Sow oats");
        bot.says(ALICE, "/semaphore status " + pipeline);
        var snapshot = bot.answer(ALICE, "Sow oats", "[Promote to blue]", "Promote to …");
        assertThat(snapshot.buttons())
                .containsExactly("Promote to staging", "Promote to production", "Promote to blue", "Rerun");
        int before = promotions().size();
        var press = bot.slack().chooses(ALICE, snapshot, "Promote to …", "green");
        if (press.asks()) {
            press.confirm();
        }
        bot.card("Promoted to green by Alice", "Sow oats");
        assertThat(promotions()).hasSize(before + 1).endsWith("green");
    }

    @Test
    void aLineTooLongForAButtonIsKeptAndWorksWhenPressed() {
        var pipeline = bot.passed("web", "Mow hay");
        bot.says(ALICE, "/semaphore promote canary " + pipeline);
        bot.card("Promoted to canary by Alice", "Mow hay");
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().finish(all.get(all.size() - 1));
        var note = "x".repeat(2_500);
        bot.says(BOB, "/semaphore promote canary " + pipeline + " NOTE=" + note);
        var asked = bot.answer(BOB, "Promote again?");
        assertThat(asked.blocks().toString()).contains("kept:").doesNotContain(note);
        bot.presses(BOB, asked, "Promote again");
        bot.card("Promoted to canary with NOTE=xxx", "by Bob", "Mow hay");
    }

    @Test
    @Tag("once") // forges a request, which cannot be done to a socket
    void aButtonWhoseLineIsNoLongerKeptIsTooOld() throws Exception {
        var press = pressOn("Stack hay");
        send(press, action -> action.put("value", "kept:0123456789"));
        bot.answer(ALICE, "This button has expired.");
    }

    @Test
    @Tag("once") // forges a request, which cannot be done to a socket
    void internalCommandsCannotBePressedOrTyped() throws Exception {
        var press = pressOn("Bale hay");
        var pipelines = bot.semaphore().pipelines("web");
        var id = pipelines.get(pipelines.size() - 1);
        send(press, action -> action.put("value", "observe " + id).put("action_id", "command:observe:0"));
        bot.answer(ALICE, "Unknown command", "observe");
        bot.says(BOB, "/semaphore refresh " + id);
        bot.answer(BOB, "Unknown command", "refresh");
    }

    @Test
    @Tag("once") // forges a request, which cannot be done to a socket
    void theLineDecidesAndNotTheNameOfTheButton() throws Exception {
        var press = pressOn("Rake hay");
        int before = promotions().size();
        send(press, action -> action.put("value", "projects").put("action_id", "command:promote:0"));
        bot.answer(ALICE, "api", "web");
        assertThat(promotions()).hasSize(before);
    }

    private PressedControl pressOn(String message) {
        var pipeline = bot.passed("web", message);
        bot.says(ALICE, "/semaphore status " + pipeline);
        var snapshot = bot.answer(ALICE, message, "[Rerun]");
        return bot.slack().presses(ALICE, snapshot, "Rerun");
    }

    private interface Forgery {
        ObjectNode on(ObjectNode action);
    }

    /** Sends a press again with another button, newly signed. */
    private void send(PressedControl press, Forgery forgery) throws Exception {
        var body = press.delivery().body();
        var payload = (ObjectNode)
                JSON.readTree(URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8));
        var action = (ObjectNode) payload.path("actions").get(0);
        forgery.on(action).put("action_ts", Long.toString(System.nanoTime()));
        var forged = "payload=" + URLEncoder.encode(JSON.writeValueAsString(payload), StandardCharsets.UTF_8);
        var response = new SignedRequests(bot).send(forged, Instant.now());
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
