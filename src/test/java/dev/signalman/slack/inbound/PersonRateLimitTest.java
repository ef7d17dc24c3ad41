package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than some 300 commands of one person in a minute are refused in words; others notice nothing. */
final class PersonRateLimitTest {
    private final InboundFixture edge = new InboundFixture();

    @AfterEach
    void close() {
        edge.close();
    }

    private String says(String person, int n) throws Exception {
        var fields = SlackRequestBodies.command("help");
        fields.put("user_id", person);
        fields.put("trigger_id", person + n);
        var reply = edge.sends(SlackRequestBodies.form(fields));
        assertThat(reply.status()).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsTooMuchIsRefusedInWordsUntilTheMinuteIsOver() throws Exception {
        for (int n = 0; n < 300; n++) {
            assertThat(says("U0FLOOD", n)).isEmpty();
        }
        assertThat(edge.intake.taken()).hasSize(300);
        assertThat(says("U0FLOOD", 300)).contains("Not taken", "more than 300", "Wait a minute");
        assertThat(says("U0FLOOD", 301)).contains("Not taken");
        assertThat(says("U0BOB", 1)).isEmpty();
        assertThat(edge.intake.taken()).hasSize(301);
        edge.clock.advance(Duration.ofMinutes(1));
        assertThat(says("U0FLOOD", 302)).isEmpty();
    }
}
