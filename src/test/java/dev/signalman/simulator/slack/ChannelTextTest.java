package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BOB;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChannelTextTest {
    private final SlackFixture at = new SlackFixture();

    ChannelTextTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aChannelReadsAsOnePersonSeesIt() throws Exception {
        var card = at.posted(BUILDS, SlackFixture.BUTTONS);
        at.methods().chatPostEphemeral(r -> r.channel(BUILDS).user(ALICE).text("try <@U0BOB>"));
        at.clock.move(Duration.ofMinutes(5));
        at.slack.replies(BOB, card, "looking");

        assertThat(at.slack.drawn(ALICE, BUILDS)).isEqualTo("""
                        #builds
                        signalman  09:00
                          web failed
                          [Rerun] [Stop]
                            Bob  09:05
                              looking
                        signalman  09:00  (only Alice sees this)
                          try @Bob
                        """);
        assertThat(at.slack.drawn(BOB, BUILDS)).doesNotContain("only Alice");
    }
}
