package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Previews under links to Semaphore. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("over-a-socket")
final class UnfurlingTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    /** Address of a passed pipeline of web. */
    private String passed(String title) {
        var pushed = bot.semaphore().push("web", "main", title, "alice");
        bot.semaphore().finish(pushed.pipelineId());
        return bot.semaphore().url() + "/workflows/" + pushed.workflowId() + "?pipeline_id=" + pushed.pipelineId();
    }

    private PostedMessage written(String person, String channel, String text) {
        bot.slack().writes(person, channel, text);
        var all = bot.slack().messages(channel);
        return all.get(all.size() - 1);
    }

    private void shown(PostedMessage message, String words) {
        bot.until(
                "it stands under the link",
                () -> bot.slack().now(message).drawn().contains(words));
    }

    /** Pastes another link and waits for its preview; a preview for {@code message} would have come first. */
    private void nothingUnder(PostedMessage message) {
        for (var after : List.of("The one after", "The one after that", "The last of all")) {
            shown(written(ALICE, DEPLOYS, passed(after)), after);
        }
        assertThat(bot.slack().now(message).unfurls()).isEmpty();
    }

    @Test
    void underALinkStandsHowThePipelineStands() {
        var message = written(GUS, DEPLOYS, "Did you see " + passed("Air the attic") + " ?");
        shown(message, "Air the attic");
        var under = bot.slack().now(message);
        assertThat(under.drawn()).contains("| ✅ web passed on main");
        assertThat(under.buttons()).isEmpty();
    }

    @Test
    void ofManyLinksTheFirstThreeAreShown() {
        var four = passed("One") + " " + passed("Two") + " " + passed("Three") + " " + passed("Four");
        var message = written(ALICE, DEPLOYS, four);
        bot.until("three", () -> bot.slack().now(message).unfurls().size() == 3);
        assertThat(bot.slack().now(message).drawn()).doesNotContain("Four");
    }

    @Test
    void nothingIsShownWhereAnotherOrganizationReadsAlong() {
        nothingUnder(written(ALICE, SHARED, passed("Hide the silver")));
    }

    /** The event does not yet mark such a channel as shared. */
    @Test
    void nothingIsShownWhereAnotherOrganizationIsInvited() {
        bot.slack().add(Conversation.open("C0SOON", "soon", ALICE).toBeShared());
        nothingUnder(written(ALICE, "C0SOON", passed("Count the spoons")));
    }

    /** The cache of channels is up to a minute old; the event is current. */
    @Test
    void nothingIsShownAnyMoreOnceAnotherOrganizationHasCome() {
        var ours = Conversation.open("C0OURS", "ours", ALICE);
        bot.slack().add(ours);
        var before = passed("Set the table");
        shown(written(ALICE, "C0OURS", before), "Set the table");
        bot.slack().add(ours.shared());
        nothingUnder(written(ALICE, "C0OURS", passed("Draw the curtains")));
    }

    @Test
    void nothingIsShownWhereTheBotMayNotSpeak() {
        nothingUnder(written(BOB, SECRET, passed("Whisper it")));
    }

    @Test
    void aLinkToNothingAndOneToAProjectAreLetBe() {
        var nowhere = bot.semaphore().url() + "/workflows/3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28";
        var message = written(ALICE, DEPLOYS, nowhere + " " + bot.semaphore().url() + "/projects/web");
        nothingUnder(message);
        assertThat(bot.slack().visibleTo(ALICE, DEPLOYS)).noneMatch(PostedMessage::ephemeral);
    }

    @Test
    void anotherHostsLinksAreNotEvenHeardOf() {
        assertThat(bot.slack().writes(ALICE, DEPLOYS, "https://evil.example.com/workflows/1"))
                .isEmpty();
    }
}
