package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ViewStacksTest {
    private static final String FORM = """
            {"type":"modal","callback_id":"reason","private_metadata":"12","notify_on_close":true,
             "title":{"type":"plain_text","text":"Reject"},"submit":{"type":"plain_text","text":"Reject"},
             "blocks":[{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why?"},
               "element":{"type":"plain_text_input","action_id":"text","max_length":20}},
              {"type":"input","block_id":"to","optional":true,"label":{"type":"plain_text","text":"Instead"},
               "element":{"type":"static_select","action_id":"pick","options":[
                {"text":{"type":"plain_text","text":"staging"},"value":"s"}]}}]}""";
    private static final String LOADING = """
            {"type":"modal","title":{"type":"plain_text","text":"Wait"},
             "blocks":[{"type":"section","text":{"type":"plain_text","text":"Loading"}}]}""";
    private static final String HOME = """
            {"type":"home","blocks":[{"type":"section","text":{"type":"plain_text","text":"Welcome"}}]}""";

    private final SlackFixture at = new SlackFixture();

    ViewStacksTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private String trigger() {
        at.slack.says(ALICE, BUILDS, "/semaphore link");
        return at.bot.field("trigger_id");
    }

    private JsonNode open(String trigger, String view) throws Exception {
        return at.call("views.open", "{\"trigger_id\":\"%s\",\"view\":%s}".formatted(trigger, view));
    }

    private OpenView opened(String view) throws Exception {
        assertThat(open(trigger(), view).path("ok").asBoolean()).isTrue();
        return at.slack.modal(ALICE).orElseThrow();
    }

    @Test
    void aTriggerOpensOneViewWithinThreeSeconds() throws Exception {
        var trigger = trigger();
        assertThat(open(trigger, FORM).path("ok").asBoolean()).isTrue();
        assertThat(open(trigger, FORM).path("error").asText()).isEqualTo("exchanged_trigger_id");

        var late = trigger();
        at.clock.move(Duration.ofMillis(3001));
        assertThat(open(late, FORM).path("error").asText()).isEqualTo("expired_trigger_id");
        assertThat(open("1.2.3", FORM).path("error").asText()).isEqualTo("invalid_trigger_id");
    }

    @Test
    void viewsAreJudgedLikeMessages() throws Exception {
        assertThat(open(trigger(), FORM.replace("\"Reject\"},\"submit\"", "\"" + "x".repeat(25) + "\"},\"submit\""))
                        .toString())
                .contains("invalid_arguments")
                .contains("/view/title/text");
        assertThat(open(trigger(), FORM.replace("\"submit\":{\"type\":\"plain_text\",\"text\":\"Reject\"},", ""))
                        .toString())
                .contains("submit is required");
        assertThat(open(trigger(), HOME).path("error").asText()).isEqualTo("invalid_arguments");
    }

    @Test
    void aViewMayBeLargeAndNotHuge() throws Exception {
        var section =
                "{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"text\":\"" + "x".repeat(2_900) + "\"}}";
        var view = LOADING.replaceFirst("\\[.*]", "[%s]");

        assertThat(open(trigger(), view.formatted(String.join(",", nCopies(80, section))))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(open(trigger(), view.formatted(String.join(",", nCopies(90, section))))
                        .path("error")
                        .asText())
                .isEqualTo("view_too_large");
    }

    @Test
    void whatIsFilledInIsSubmittedAndTheFormCloses() throws Exception {
        var view = opened(FORM);

        at.slack.submits(ALICE, view, Map.of("Why?", "too early", "pick", "staging"));

        var payload = at.bot.payload();
        assertThat(payload.path("type").asText()).isEqualTo("view_submission");
        assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("12");
        assertThat(payload.at("/view/state/values/why/text/value").asText()).isEqualTo("too early");
        assertThat(payload.at("/view/state/values/to/pick/selected_option/value")
                        .asText())
                .isEqualTo("s");
        assertThat(at.slack.modal(ALICE)).isEmpty();
    }

    @Test
    void slackItselfAsksForWhatIsRequiredAndFits() throws Exception {
        var view = opened(FORM);
        var before = at.bot.received().size();

        assertThatThrownBy(() -> at.slack.submits(ALICE, view, Map.of())).hasMessageContaining("fill in \"Why?\"");
        assertThatThrownBy(() -> at.slack.submits(ALICE, view, Map.of("Why?", "x".repeat(21))))
                .isInstanceOf(ImpossibleActionError.class);
        assertThatThrownBy(() -> at.slack.submits(ALICE, view, Map.of("Why?", "x", "Who?", "y")))
                .hasMessageContaining("Who?");
        assertThat(at.bot.received()).hasSize(before);
    }

    @Test
    void errorsStandUnderTheirFieldAndTheFormStays() throws Exception {
        var view = opened(FORM);
        at.bot.answers("{\"response_action\":\"errors\",\"errors\":{\"why\":\"say more\"}}");

        at.slack.submits(ALICE, view, Map.of("Why?", "x"));

        assertThat(at.slack.modal(ALICE).orElseThrow().errors()).containsExactly(Map.entry("why", "say more"));
    }

    @Test
    void aSubmissionCanBeAnsweredWithAnotherView() throws Exception {
        var view = opened(FORM);
        at.bot.answers("{\"response_action\":\"update\",\"view\":" + LOADING + "}");

        at.slack.submits(ALICE, view, Map.of("Why?", "x"));

        assertThat(at.slack.modal(ALICE).orElseThrow().drawn()).isEqualTo("Loading");
    }

    @Test
    void anAnswerThatMakesNoSenseIsAnErrorOnTheScreen() throws Exception {
        var view = opened(FORM);
        at.bot.answers("{\"response_action\":\"errors\",\"errors\":{\"nowhere\":\"x\"}}");

        at.slack.submits(ALICE, view, Map.of("Why?", "x"));

        assertThat(at.slack.errors()).hasSize(1);
        assertThat(at.slack.modal(ALICE)).isPresent();
    }

    @Test
    void aStaleHashChangesNothing() throws Exception {
        var view = opened(LOADING);
        var update = "{\"view_id\":\"%s\",\"hash\":\"%s\",\"view\":%s}";

        assertThat(at.call("views.update", update.formatted(view.id(), view.hash(), FORM))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(at.call("views.update", update.formatted(view.id(), view.hash(), LOADING))
                        .path("error")
                        .asText())
                .isEqualTo("hash_conflict");
        assertThat(at.slack.modal(ALICE).orElseThrow().title()).isEqualTo("Reject");
    }

    @Test
    void threeViewsAreTheDeepestStack() throws Exception {
        opened(LOADING);
        var push = "{\"trigger_id\":\"%s\",\"view\":%s}";
        at.call("views.push", push.formatted(trigger(), LOADING));
        at.call("views.push", push.formatted(trigger(), FORM));

        assertThat(at.call("views.push", push.formatted(trigger(), FORM))
                        .path("error")
                        .asText())
                .isEqualTo("push_limit_reached");
    }

    @Test
    void anExternalIdIsUsedOnce() throws Exception {
        var named = LOADING.replace("\"type\":\"modal\"", "\"type\":\"modal\",\"external_id\":\"one\"");
        opened(named);

        assertThat(open(trigger(), named).path("error").asText()).isEqualTo("duplicate_external_id");
    }

    @Test
    void closingIsToldToABotThatAsked() throws Exception {
        at.slack.closes(ALICE, opened(FORM));
        assertThat(at.bot.payload().path("type").asText()).isEqualTo("view_closed");
        assertThat(at.slack.modal(ALICE)).isEmpty();
    }

    @Test
    void aHomeTabIsPublishedForOnePerson() throws Exception {
        at.call("views.publish", "{\"user_id\":\"U0ALICE\",\"view\":" + HOME + "}");

        assertThat(at.slack.home(ALICE).orElseThrow().drawn()).isEqualTo("Welcome");
        assertThat(at.slack.home("U0BOB")).isEmpty();
    }
}
