package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.SlackSignature;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlashCommandTest {
    private final SlackFixture at = new SlackFixture();

    SlashCommandTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aCommandArrivesSignedAsSlackSigns() {
        at.slack.says(ALICE, BUILDS, "/semaphore status web");

        var call = at.bot.last();
        var expected = new SlackSignature.Generator("51a1a7ed51a1a7ed51a1a7ed51a1a7ed")
                .generate(String.valueOf(call.header("x-slack-request-timestamp")), call.text());
        assertThat(call.header("x-slack-signature")).isEqualTo(expected);
        assertThat(call.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(at.bot.field("command")).isEqualTo("/semaphore");
        assertThat(at.bot.field("text")).isEqualTo("status web");
        assertThat(at.bot.field("user_id")).isEqualTo(ALICE);
        assertThat(at.bot.field("channel_id")).isEqualTo(BUILDS);
        assertThat(at.bot.field("team_id")).isEqualTo("T0ACME");
    }

    @ParameterizedTest
    @CsvSource({
        "because R&D <3, because R&amp;D &lt;3",
        "approve @bob now, approve <@U0BOB|bob> now",
        "use #builds, use <#C0BUILDS|builds>",
        "use #secret, use <#C0SECRET|>",
        "rerun https://acme.test/w/1?a=b&c=d, rerun <https://acme.test/w/1?a=b&amp;c=d>",
        "ask a@acme.com, ask <mailto:a@acme.com|a@acme.com>",
        "see acme.semaphoreci.com/jobs, see <http://acme.semaphoreci.com/jobs|acme.semaphoreci.com/jobs>",
        "run web@main file=.semaphore/semaphore.yml, run web@main file=.semaphore/semaphore.yml",
        "tell @nobody, tell @nobody",
        "tell @here, tell <!here>",
        "tell @release, tell <!subteam^S0REL|@release>"
    })
    void whatIsTypedIsEscapedAsSlackDoes(String typed, String sent) {
        at.slack.add(new UserGroup("S0REL", "release", "Release", java.util.List.of(ALICE)));

        at.slack.says(ALICE, BUILDS, "/semaphore " + typed);

        assertThat(at.bot.field("text")).isEqualTo(sent);
    }

    @Test
    void anAnswerInTheBodyIsShownToTheOneWhoAsked() {
        at.bot.answers("{\"response_type\":\"ephemeral\",\"text\":\"not taken, try again\"}");

        at.slack.says(ALICE, BUILDS, "/semaphore status web");

        assertThat(at.slack.visibleTo(ALICE, BUILDS))
                .extracting(PostedMessage::text)
                .containsExactly("not taken, try again");
        assertThat(at.slack.visibleTo("U0BOB", BUILDS)).isEmpty();
    }

    @Test
    void anAnswerForAllIsSeenByAll() {
        at.bot.answers("{\"response_type\":\"in_channel\",\"text\":\"stopping\"}");

        at.slack.says(ALICE, BUILDS, "/semaphore stop web");

        assertThat(at.slack.visibleTo("U0BOB", BUILDS))
                .extracting(PostedMessage::text)
                .containsExactly("stopping");
    }

    @Test
    void anAnswerThatSlackRefusesIsAnErrorOnTheScreen() {
        at.bot.answers("{\"text\":\"x\",\"blocks\":[{\"type\":\"nonsense\"}]}");

        at.slack.says(ALICE, BUILDS, "/semaphore status web");

        assertThat(at.slack.messages(BUILDS)).isEmpty();
        assertThat(at.slack.errors()).extracting(ScreenError::error).containsExactly("invalid_blocks");
    }

    @Test
    void aBotThatFailsOrIsLateIsAnErrorOnTheScreen() {
        at.bot.answers(call -> Reply.text(500, "broken"));
        at.slack.says(ALICE, BUILDS, "/semaphore status web");
        at.slack.waitsForAnswers(Duration.ofMillis(50));
        at.bot.answers(call -> {
            Thread.sleep(300);
            return Reply.text(200, "too late");
        });
        at.slack.says(ALICE, BUILDS, "/semaphore status web");

        assertThat(at.slack.errors())
                .extracting(ScreenError::error)
                .containsExactly("dispatch_failed", "operation_timeout");
        assertThat(at.slack.messages(BUILDS)).isEmpty();
    }

    @Test
    void whoHasNoSuchCommandCannotTypeIt() {
        assertThatThrownBy(() -> at.slack.says("U0STRANGER", "C0SHARED", "/semaphore status"))
                .isInstanceOf(ImpossibleActionError.class)
                .hasMessageContaining("another workspace");
        assertThatThrownBy(() -> at.slack.says(ALICE, BUILDS, "/nonsense")).isInstanceOf(ImpossibleActionError.class);
        assertThatThrownBy(() -> at.slack.says("U0BOB", "C0SECRET", "/semaphore status"))
                .isInstanceOf(ImpossibleActionError.class);
        assertThat(at.bot.received()).isEmpty();
    }

    @Test
    void aReplayIsTheVerySameRequest() {
        var first = at.slack.says(ALICE, BUILDS, "/semaphore status web");
        var original = at.bot.last();
        at.clock.move(Duration.ofSeconds(10));

        at.slack.replays(first);

        assertThat(at.bot.last().body()).isEqualTo(original.body());
        assertThat(at.bot.last().header("x-slack-signature")).isEqualTo(original.header("x-slack-signature"));
    }
}
