package dev.signalman.slack.outbound;

import static dev.signalman.slack.outbound.AWorkplace.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.checkup.Finding.State;
import dev.signalman.checkup.Occasion;
import dev.signalman.simulator.slack.Fault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found of a channel when it is asked about in it, where a dialogue cannot go. */
final class ChannelCheckTest {
    private AWorkplace work;

    @BeforeEach
    void open() throws IOException {
        work = new AWorkplace();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void finds(State state, String words) {
        assertThat(work.channelCheck().look(Occasion.in(BUILDS)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.state()).isEqualTo(state);
                    assertThat(finding.sentences()).contains(words);
                });
    }

    @Test
    void aChannelThatWasArchivedAfterOneAskedIsWrong() {
        work.slack.add(work.slack.channel(BUILDS).whenArchived());
        finds(State.WRONG, "It is archived, so nobody can post here. Unarchive it.");
    }

    @Test
    void aChannelToWhichAnotherOrganisationIsInvitedIsWorthALook() {
        work.slack.add(work.slack.channel(BUILDS).toBeShared());
        assertThat(work.channelCheck().look(Occasion.in(BUILDS)))
                .anySatisfy(finding -> assertThat(finding.what()).isEqualTo("who reads this channel"));
    }

    @Test
    void aTokenWithoutTheScopeForItIsWrong() {
        work.slack.faults().always("conversations.info", new Fault.Refused("missing_scope"));
        finds(State.WRONG, "missing_scope");
    }

    @Test
    void slackInTroubleLeavesItUnknown() {
        work.slack.faults().outage(true);
        finds(State.UNKNOWN, "Ask again in a while.");
    }

    @Test
    void outsideChannelsThereIsNothingToLookAt() {
        assertThat(work.channelCheck().look(Occasion.SERVING)).isEmpty();
        assertThat(work.called).isEmpty();
    }
}
