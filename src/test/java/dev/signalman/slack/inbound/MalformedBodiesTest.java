package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.LogLines;
import dev.signalman.harness.MalformedBodies;
import dev.signalman.harness.WellFormedBodies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever has a wrong shape in a body that Slack signed is answered without a 5xx, and leaves no stack trace. More are tried with {@code
 * -Dsignalman.payloads=100000}, the same ones again with {@code -Dsignalman.seed}.
 */
final class MalformedBodiesTest {
    private static final int USUAL = 4_000;

    private final InboundFixture edge = new InboundFixture();
    private final long seed = MalformedBodies.seed();
    private final MalformedBodies made = new MalformedBodies(seed);

    @AfterEach
    void close() {
        edge.close();
    }

    private void tries(int share, List<String> sound, Function<String, String> spoil) throws Exception {
        var bad = new ArrayList<String>();
        try (var log = new LogLines()) {
            for (int n = 0; n < MalformedBodies.count(USUAL) / share && bad.size() < 5; n++) {
                var body = spoil.apply(sound.get(n % sound.size()));
                try {
                    var reply = edge.sends(body, InboundFixture.NOW.getEpochSecond() - n % 200);
                    if (reply.status() >= 500 || new String(reply.body(), StandardCharsets.UTF_8).contains("\tat ")) {
                        bad.add(reply.status() + ": " + body);
                    }
                } catch (RuntimeException broken) { // which a server would answer with a 500
                    var trace = broken.getStackTrace();
                    bad.add(broken + " at " + trace[0] + " " + trace[Math.min(3, trace.length - 1)] + ": " + body);
                }
            }
            assertThat(bad).as("seed " + seed).isEmpty();
            assertThat(log.all()).as("seed " + seed).noneMatch(line -> line.contains("\tat "));
        }
    }

    @Test
    void commands() throws Exception {
        tries(4, List.of(WellFormedBodies.COMMAND), made::form);
    }

    @Test
    void pressesFormsMenusAndShortcuts() throws Exception {
        tries(2, WellFormedBodies.PAYLOADS, made::payload);
    }

    @Test
    void events() throws Exception {
        tries(4, WellFormedBodies.EVENTS, made::json);
    }

    @Test
    void theSoundOnesAreTaken() throws Exception {
        assertThat(edge.sends(WellFormedBodies.COMMAND).status()).isEqualTo(200);
        for (var payload : WellFormedBodies.PAYLOADS) {
            assertThat(edge.sends(SlackRequestBodies.payload(payload)).status())
                    .as(payload)
                    .isEqualTo(200);
        }
        for (var event : WellFormedBodies.EVENTS) {
            assertThat(edge.sends(event).status()).as(event).isEqualTo(200);
        }
        assertThat(edge.intake.taken()).hasSizeGreaterThanOrEqualTo(5);
    }
}
