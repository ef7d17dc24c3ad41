package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlackFaultsTest {
    private final SlackFixture at = new SlackFixture();

    SlackFaultsTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private String post() throws Exception {
        return post("x");
    }

    private String post(String text) throws Exception {
        var error =
                at.methods().chatPostMessage(r -> r.channel(BUILDS).text(text)).getError();
        return error == null ? "fine" : error;
    }

    @Test
    void injectedFaultsStrikeInOrderAndThenStop() throws Exception {
        at.slack.faults().next("chat.postMessage", new SlackFault.Refused("internal_error"));
        at.slack.faults().next("chat.postMessage", new SlackFault.RateLimited(30));
        at.slack.faults().next("chat.postMessage", new SlackFault.Http(500));

        assertThat(post()).isEqualTo("internal_error");
        assertThatThrownBy(this::post)
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        refused -> assertThat(refused.getResponse().header("Retry-After"))
                                .isEqualTo("30"));
        assertThatThrownBy(this::post)
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        broken -> assertThat(broken.getResponse().code()).isEqualTo(500));
        assertThat(at.slack.messages(BUILDS)).isEmpty();
        assertThat(post()).isEqualTo("fine");
    }

    @Test
    void faultStrikesOnlyTheCallThatHoldsItsText() throws Exception {
        at.slack.faults().next("chat.postMessage", "boats", new SlackFault.Refused("internal_error"));
        at.slack.faults().next("chat.postMessage", "oars", new SlackFault.Refused("msg_too_long"));

        assertThat(post("Paint the harbour")).isEqualTo("fine");
        assertThat(post("Mend the oars")).isEqualTo("msg_too_long");
        assertThat(post("Row boats")).isEqualTo("internal_error");
        assertThat(post("Row boats")).isEqualTo("fine");
    }

    @Test
    void anAnswerCanBeLostAfterTheMessageWasPosted() throws Exception {
        at.slack.faults().next("chat.postMessage", new SlackFault.AnswerLost());

        assertThatThrownBy(this::post).isInstanceOf(IOException.class);

        assertThat(at.slack.messages(BUILDS)).hasSize(1);
        assertThat(at.slack.calls()).extracting(SlackApiCall::status).containsExactly(0);
    }

    @Test
    void slacksOwnClientPostsTwiceWhenAKeptConnectionBreaks() throws Exception {
        post();
        at.slack.faults().next("chat.postMessage", new SlackFault.AnswerLost());

        assertThat(post()).isEqualTo("fine");

        assertThat(at.slack.messages(BUILDS)).hasSize(3);
    }

    @Test
    void aConnectionCanBeLostBeforeAnythingIsDone() {
        at.slack.faults().next("chat.postMessage", new SlackFault.ConnectionLost());

        assertThatThrownBy(this::post).isInstanceOf(IOException.class);

        assertThat(at.slack.messages(BUILDS)).isEmpty();
    }

    @Test
    void anOutageIsAnOutageOfAll() throws Exception {
        at.slack.faults().outage(true);

        assertThatThrownBy(this::post).isInstanceOf(SlackApiException.class);
        assertThatThrownBy(() -> at.methods().usersInfo(r -> r.user(ALICE))).isInstanceOf(SlackApiException.class);

        at.slack.faults().none();
        assertThat(post()).isEqualTo("fine");
    }

    @Test
    void aSlowCallIsSlow() throws Exception {
        at.slack.faults().next("chat.postMessage", new SlackFault.Slow(Duration.ofMillis(200)));
        long before = System.nanoTime();

        assertThat(post()).isEqualTo("fine");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(199));
    }

    @Test
    void eachCallIsNotedWithoutItsToken() throws Exception {
        post();
        at.methods("xoxb-wrong").authTest(r -> r);

        assertThat(at.slack.calls())
                .extracting(SlackApiCall::method, SlackApiCall::channel, SlackApiCall::error, SlackApiCall::ok)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("chat.postMessage", BUILDS, null, true),
                        org.assertj.core.groups.Tuple.tuple("auth.test", null, "invalid_auth", false));
        assertThat(at.slack.calls().toString() + at.slack.state() + at.slack.app())
                .doesNotContain("xoxb")
                .doesNotContain("secret-");
    }
}
