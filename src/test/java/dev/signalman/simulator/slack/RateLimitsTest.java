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

final class RateLimitsTest {
    private final SlackFixture at = new SlackFixture();

    RateLimitsTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private void post(String channel) throws Exception {
        at.methods().chatPostMessage(r -> r.channel(channel).text("x"));
    }

    @Test
    void aChannelTakesAShortBurstAndThenOnePostASecond() throws Exception {
        post(BUILDS);
        post(BUILDS);
        post(BUILDS);

        assertThatThrownBy(() -> post(BUILDS)).isInstanceOfSatisfying(SlackApiException.class, refused -> {
            assertThat(refused.getResponse().code()).isEqualTo(429);
            assertThat(refused.getResponse().header("Retry-After")).isEqualTo("1");
            assertThat(refused.getResponseBody()).contains("ratelimited");
        });
        post("C0SHARED");
        at.clock.move(Duration.ofSeconds(1));
        post(BUILDS);
        assertThatThrownBy(() -> post(BUILDS)).isInstanceOf(SlackApiException.class);
        assertThat(at.slack.messages(BUILDS)).hasSize(4);
    }

    @Test
    void aMethodHasItsCallsAMinute() throws Exception {
        for (int i = 0; i < 20; i++) {
            at.methods().usergroupsList(r -> r);
        }
        at.clock.move(Duration.ofSeconds(20));

        assertThatThrownBy(() -> at.methods().usergroupsList(r -> r))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        refused -> assertThat(refused.getResponse().header("Retry-After"))
                                .isEqualTo("40"));
        assertThat(at.methods().usersInfo(r -> r.user(ALICE)).isOk()).isTrue();
        at.clock.move(Duration.ofSeconds(40));
        assertThat(at.methods().usergroupsList(r -> r).isOk()).isTrue();
    }

    @Test
    void limitsCanBeWidenedAndSwitchedOff() throws Exception {
        at.slack.limits().burst(5);
        for (int i = 0; i < 5; i++) {
            post(BUILDS);
        }
        assertThatThrownBy(() -> post(BUILDS)).isInstanceOf(SlackApiException.class);

        at.slack.limits().kept(false);
        for (int i = 0; i < 20; i++) {
            post(BUILDS);
        }
        assertThat(at.slack.messages(BUILDS)).hasSize(25);
    }
}
