package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invited to a channel, the bot asks there once which builds to post. */
final class InvitingTest {
    private static final String TEAM = "C0WEBTEAM";
    private static final String HALL = "C0HALL";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.slack().add(Conversation.open(TEAM, "web-team", ALICE, BOB));
        bot.slack().add(Conversation.open(HALL, "hall", ALICE, BOB));
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private List<PostedMessage> questions(String channel) {
        return bot.shown(channel, "Hi!");
    }

    @Test
    @Tag("over-a-socket")
    void aChannelNamedAfterAProjectIsOfferedItsBuilds() {
        bot.slack().invites(ALICE, TEAM);
        var question = bot.cardIn(TEAM, "Hi! Should I post *web*'s builds here?");
        assertThat(question.buttons()).containsExactly("Failures on main", "Everything", "Another project…", "Not now");
        bot.presses(BOB, question, "Failures on main");
        bot.cardIn(TEAM, "Bob subscribed this channel to", "failed");
        assertThat(bot.becomes(question, "pressed *Failures on main*").buttons())
                .isEmpty();

        bot.passed("web", "Works");
        var broken = bot.semaphore().push("web", "main", "Breaks", "alice").pipelineId();
        bot.semaphore().failJob(broken, "Build", "compile", 1, "no\n");
        bot.hints(broken);
        bot.cardIn(TEAM, "Breaks", "failed");
        assertThat(bot.shown(TEAM, "Works")).isEmpty();
    }

    @Test
    void notNowEndsTheQuestionAndItIsNotAskedAgain() {
        bot.slack().invites(ALICE, TEAM);
        var question = bot.cardIn(TEAM, "Hi!");
        bot.presses(ALICE, question, "Not now");
        bot.answerIn(ALICE, TEAM, "I won't post builds here", "/semaphore subscribe web");
        assertThat(bot.becomes(question, "pressed *Not now*").buttons()).isEmpty();
        bot.slack().kick(TEAM);
        bot.slack().invites(BOB, TEAM);
        bot.untilAllIsDone();
        assertThat(questions(TEAM)).hasSize(1);
    }

    @Test
    void whereNoNameHelpsAFormAsksForTheProject() {
        bot.slack().invites(ALICE, HALL);
        var question = bot.cardIn(HALL, "Hi! Which project's builds should I post here?");
        bot.presses(ALICE, question, "Choose a project…");
        assertThat(bot.form(ALICE).drawn()).contains("Project");
    }

    @Test
    void whereSomethingIsSubscribedNothingIsAsked() {
        bot.subscribes(ALICE, HALL, "api");
        bot.slack().invites(ALICE, HALL);
        bot.untilAllIsDone();
        assertThat(questions(HALL)).isEmpty();
    }
}
