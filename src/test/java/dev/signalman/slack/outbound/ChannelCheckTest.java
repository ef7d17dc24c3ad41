package dev.signalman.slack.outbound;

import static dev.signalman.slack.outbound.OutboundFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult.State;
import dev.signalman.simulator.slack.SlackFault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channel check, in cases that a dialogue cannot reach. */
final class ChannelCheckTest {
    private OutboundFixture work;

    @BeforeEach
    void open() throws IOException {
        work = new OutboundFixture();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void finds(State state, String words) {
        assertThat(work.channelCheck().look(CheckContext.in(BUILDS)))
                .singleElement()
                .satisfies(checkResult -> {
                    assertThat(checkResult.state()).isEqualTo(state);
                    assertThat(checkResult.sentences()).contains(words);
                });
    }

    @Test
    void aChannelThatWasArchivedAfterOneAskedIsWrong() {
        work.slack.add(work.slack.channel(BUILDS).whenArchived());
        finds(State.WRONG, "It is archived, so nobody can post here. Unarchive it.");
    }

    @Test
    void aChannelToWhichAnotherOrganizationIsInvitedIsWorthALook() {
        work.slack.add(work.slack.channel(BUILDS).toBeShared());
        assertThat(work.channelCheck().look(CheckContext.in(BUILDS)))
                .anySatisfy(checkResult -> assertThat(checkResult.what()).isEqualTo("this channel's readers"));
    }

    @Test
    void aTokenWithoutTheScopeForItIsWrong() {
        work.slack.faults().always("conversations.info", new SlackFault.Refused("missing_scope"));
        finds(State.WRONG, "missing_scope");
    }

    @Test
    void slackInTroubleLeavesItUnknown() {
        work.slack.faults().outage(true);
        finds(State.UNKNOWN, "Try again in a few minutes.");
    }

    @Test
    void outsideChannelsThereIsNothingToLookAt() {
        assertThat(work.channelCheck().look(CheckContext.SERVING)).isEmpty();
        assertThat(work.called).isEmpty();
    }
}
