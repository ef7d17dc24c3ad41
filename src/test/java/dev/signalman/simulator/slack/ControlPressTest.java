package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static dev.signalman.simulator.slack.SlackFixture.BUTTONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.web.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ControlPressTest {
    private final SlackFixture at = new SlackFixture();

    ControlPressTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aPressTellsWhatWasPressedWhereAndByWhom() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        at.slack.presses(ALICE, message, "Rerun");

        var payload = at.bot.payload();
        assertThat(payload.path("type").asText()).isEqualTo("block_actions");
        assertThat(payload.at("/user/id").asText()).isEqualTo(ALICE);
        assertThat(payload.at("/user/team_id").asText()).isEqualTo("T0ACME");
        assertThat(payload.at("/container/message_ts").asText()).isEqualTo(message.ts());
        assertThat(payload.at("/message/blocks")).isEqualTo(message.blocks());
        assertThat(payload.at("/actions/0/action_id").asText()).isEqualTo("command:rerun:0");
        assertThat(payload.at("/actions/0/block_id").asText()).isEqualTo("acts");
        assertThat(payload.at("/actions/0/value").asText()).isEqualTo("rerun web");
        assertThat(payload.path("response_url").asText())
                .startsWith(at.slack.apiUrl().replace("/api/", "/response/"));
        assertThat(payload.path("trigger_id").asText()).isNotEmpty();
    }

    @Test
    void aButtonThatIsGoneCannotBePressed() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);
        at.call("chat.update", "{\"channel\":\"C0BUILDS\",\"ts\":\"%s\",\"text\":\"done\"}".formatted(message.ts()));

        assertThatThrownBy(() -> at.slack.presses(ALICE, message, "Rerun"))
                .isInstanceOf(ImpossibleActionError.class)
                .hasMessageContaining("There is no \"Rerun\"");
        assertThat(at.bot.received()).isEmpty();
    }

    @Test
    void whatIsMissedIsToldWithWhatIsThere() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        assertThatThrownBy(() -> at.slack.presses(ALICE, message, "Promote"))
                .hasMessageContaining("button \"Rerun\" (command:rerun:0)");
    }

    @Test
    void aButtonThatAsksSendsNothingBeforeItIsConfirmed() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);

        var press = at.slack.presses(ALICE, message, "command:stop:0");

        assertThat(press.question()).isEqualTo("Stop web?\nThe pipeline on main is stopped.");
        assertThatThrownBy(press::delivery).isInstanceOf(ImpossibleActionError.class);
        assertThat(at.bot.received()).isEmpty();

        press.confirm();

        assertThat(at.bot.payload().at("/actions/0/value").asText()).isEqualTo("stop web");
    }

    @Test
    void aDialogThatIsCancelledSendsNothing() throws Exception {
        var press = at.slack.presses(ALICE, at.posted(BUILDS, BUTTONS), "Stop");

        press.cancel();

        assertThatThrownBy(press::confirm).isInstanceOf(ImpossibleActionError.class);
        assertThat(at.bot.received()).isEmpty();
    }

    @Test
    void aMenuSendsTheOptionThatWasChosen() throws Exception {
        var message = at.posted(BUILDS, """
                [{"type":"actions","elements":[{"type":"static_select","action_id":"command:promote:0",
                  "placeholder":{"type":"plain_text","text":"Promote to …"},
                  "options":[{"text":{"type":"plain_text","text":"staging"},"value":"promote staging"},
                             {"text":{"type":"plain_text","text":"production"},"value":"promote production"}]}]}]""");

        at.slack.chooses(ALICE, message, "Promote to …", "production");

        var payload = at.bot.payload();
        assertThat(payload.at("/actions/0/selected_option/value").asText()).isEqualTo("promote production");
        assertThat(payload.at("/state/values")
                        .findPath("selected_option")
                        .path("value")
                        .asText())
                .isEqualTo("promote production");
        assertThatThrownBy(() -> at.slack.chooses(ALICE, message, "Promote to …", "moon"))
                .isInstanceOf(ImpossibleActionError.class);
    }

    @Test
    void aStrangerOfASharedChannelCanPress() throws Exception {
        var message = at.posted("C0SHARED", BUTTONS);

        at.slack.presses("U0STRANGER", message, "Rerun");

        assertThat(at.bot.payload().at("/user/team_id").asText()).isEqualTo("T0OTHER");
        assertThat(at.bot.payload().at("/team/id").asText()).isEqualTo("T0ACME");
    }

    @Test
    void anEphemeralMessageIsPressedByItsReaderAndNotSentAlong() throws Exception {
        at.methods()
                .chatPostEphemeral(
                        r -> r.channel(BUILDS).user(ALICE).text("only you").blocksAsString(BUTTONS));
        var message = at.last(BUILDS);

        at.slack.presses(ALICE, message, "Rerun");

        assertThat(at.bot.payload().at("/container/is_ephemeral").asBoolean()).isTrue();
        assertThat(at.bot.payload().has("message")).isFalse();
        assertThatThrownBy(() -> at.slack.presses("U0BOB", message, "Rerun")).isInstanceOf(ImpossibleActionError.class);
    }

    @Test
    void whoIsDeactivatedPressesNothing() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);
        at.slack.add(SimulatedPerson.member(ALICE, "Alice").whenDeactivated());

        assertThatThrownBy(() -> at.slack.presses(ALICE, message, "Rerun")).isInstanceOf(ImpossibleActionError.class);
    }

    @Test
    void aBotThatDoesNotTakeAPressLeavesAnErrorOnTheScreen() throws Exception {
        var message = at.posted(BUILDS, BUTTONS);
        at.bot.answers(call -> Reply.text(404, "no handler"));

        at.slack.presses(ALICE, message, "Rerun");

        assertThat(at.slack.errors()).extracting(ScreenError::what).containsExactly("Rerun");
    }
}
