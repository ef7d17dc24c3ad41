package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Menus that look up options from the bot. */
final class OptionSuggestionsTest {
    private static final String FORM = """
            {"type":"modal","callback_id":"f","private_metadata":"m",
             "title":{"type":"plain_text","text":"Choose"},"submit":{"type":"plain_text","text":"Go"},
             "blocks":[
              {"type":"input","block_id":"project","dispatch_action":true,"label":{"type":"plain_text","text":"Project"},
               "element":{"type":"external_select","action_id":"project","min_query_length":2}},
              {"type":"input","block_id":"how","optional":true,"label":{"type":"plain_text","text":"How"},
               "element":{"type":"multi_static_select","action_id":"how",
                "initial_options":[{"text":{"type":"plain_text","text":"Two"},"value":"2"}],
                "options":[{"text":{"type":"plain_text","text":"One"},"value":"1"},
                           {"text":{"type":"plain_text","text":"Two"},"value":"2"}]}}]}""";
    private static final String WEB = option("web", "p1");

    private SlackFixture at = new SlackFixture();

    OptionSuggestionsTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private static String option(String text, String value) {
        return "{\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"},\"value\":\"%s\"}".formatted(text, value);
    }

    private static String options(String options) {
        return "{\"options\":[" + options + "]}";
    }

    private OpenView opened() throws Exception {
        at.slack.says(ALICE, BUILDS, "/semaphore subscribe");
        at.call("views.open", "{\"trigger_id\":\"%s\",\"view\":%s}".formatted(at.bot.field("trigger_id"), FORM));
        return at.slack.modal(ALICE).orElseThrow();
    }

    private int offered(String answer) throws Exception {
        var view = opened();
        at.bot.answers(answer);
        return at.slack
                .window(ALICE)
                .options(view.id(), "project", "project", "we")
                .path("options")
                .size();
    }

    @Test
    void theBotIsAskedWithWhatIsTypedAndNotWithWhatElseIsFilledIn() throws Exception {
        assertThat(offered(options(WEB))).isEqualTo(1);

        var payload = at.bot.payload();
        assertThat(payload.path("type").asText()).isEqualTo("block_suggestion");
        assertThat(payload.path("value").asText()).isEqualTo("we");
        assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("m");
        assertThat(payload.at("/view/state/values").isEmpty()).isTrue();
    }

    @Test
    void whatWasOfferedCanBeChosenAndNothingElse() throws Exception {
        offered(options(WEB));
        var view = at.slack.modal(ALICE).orElseThrow();
        at.bot.answers("");

        assertThatThrownBy(() -> at.slack.window(ALICE).press(view.id(), "project", "project", "p2"))
                .isInstanceOf(ImpossibleActionError.class);
        at.slack.window(ALICE).press(view.id(), "project", "project", "p1");

        var payload = at.bot.payload();
        assertThat(payload.at("/actions/0/selected_option/value").asText()).isEqualTo("p1");
        assertThat(payload.at("/view/state/values/project/project/selected_option/text/text")
                        .asText())
                .isEqualTo("web");
        assertThat(payload.at("/view/state/values/how/how/selected_options/0/value")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void aMenuThatIsNotToldAtOnceSaysNothing() throws Exception {
        var view = opened();

        assertThatThrownBy(() -> at.slack.window(ALICE).press(view.id(), "how", "how", "1"))
                .hasMessageContaining("when the form is submitted");
    }

    @Test
    void theBotIsNotAskedBeforeEnoughIsTyped() throws Exception {
        var view = opened();

        assertThatThrownBy(() -> at.slack.window(ALICE).options(view.id(), "project", "project", "w"))
                .hasMessageContaining("2 letters");
    }

    @Test
    void whatSlackWouldNotShowIsNotOffered() throws Exception {
        var many =
                IntStream.range(0, 101).mapToObj(n -> option("o" + n, "" + n)).collect(Collectors.joining(","));

        assertThat(offered(options(many))).isZero();
        assertThat(offered(options(option("x".repeat(76), "1")))).isZero();
        assertThat(offered(options(option("x", "1".repeat(151))))).isZero();
        assertThat(offered("no json")).isZero();
        assertThat(offered(options(option("x".repeat(75), "1".repeat(150))))).isEqualTo(1);
    }

    @Test
    void anAppThatToldNoAddressForItIsNotAsked() throws Exception {
        at.close();
        at = new SlackFixture(AppInstallation.usual().showing(AppFeatures.USUAL.askingForOptions(false)));

        assertThat(offered(options(WEB))).isZero();
        assertThat(at.bot.received()).hasSize(1);
    }
}
