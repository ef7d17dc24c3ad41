package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.feature.subscriptions.FileSubscriptions.FileSubscription;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels that accept no messages pause their subscriptions; those of the file cannot be removed in Slack. */
final class PausingTest {
    private static final String BACKSTAGE = "C0BACKSTAGE";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.configured(PausingTest::withFile);
        bot.slack().add(Conversation.closed(BACKSTAGE, "backstage", ALICE, BOB));
        bot.slack().invite(BACKSTAGE);
    }

    private static Configuration withFile(Configuration usual) {
        var develop = new SubscriptionFilter(new RefPattern("develop"), Set.of(), null, false, true, true);
        return ConfigurationChanger.from(usual)
                .subscriptions(new FileSubscriptions(List.of(new FileSubscription(DEPLOYS, "web", develop))))
                .configuration();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String passed(String branch, String message) {
        var pipeline = bot.semaphore().push("web", branch, message, "alice").pipelineId();
        bot.semaphore().finish(pipeline);
        bot.hints(pipeline);
        return pipeline;
    }

    private void subscribed(String person, String channel, String line) {
        int before = bot.messages(channel).size();
        bot.says(person, channel, "/semaphore subscribe " + line);
        bot.until("it is subscribed", () -> bot.messages(channel).size() > before);
    }

    private List<PostedMessage> toldTo(String person) {
        return bot.messages(bot.slack().direct(person).id());
    }

    @Test
    void aLeftChannelIsPausedItsMakersAreToldOnceAndItGoesOnWhenTheBotIsBack() {
        subscribed(ALICE, BACKSTAGE, "web");
        subscribed(BOB, BACKSTAGE, "web@main");
        subscribed(ALICE, BUILDS, "web");
        bot.slack().kick(BACKSTAGE);
        passed("main", "Unseen act");
        bot.until("Alice is told", () -> !toldTo(ALICE).isEmpty());
        bot.until("Bob is told", () -> !toldTo(BOB).isEmpty());
        assertThat(toldTo(ALICE).get(0).drawn())
                .contains("I can no longer post in a channel that you subscribed to web")
                .contains("I'm no longer in it, or it was deleted")
                .contains(BACKSTAGE);
        bot.passed("web", "Unseen too"); // a hinted pipeline may also be announced by polling after the pause
        bot.cardIn(BUILDS, "Unseen too");
        assertThat(bot.asksIn(ALICE, BACKSTAGE, "/semaphore subscriptions").drawn())
                .contains("by Alice", "by Bob", "paused since", "I'm no longer in it, or it was deleted");
        assertThat(toldTo(ALICE)).hasSize(1);

        bot.slack().invite(BACKSTAGE);
        bot.says(BOB, BACKSTAGE, "/semaphore subscribe web@main");
        bot.cardIn(BACKSTAGE, "Bob subscribed this channel", "Paused subscriptions of this channel resume.");
        passed("main", "Seen again");
        bot.cardIn(BACKSTAGE, "Seen again");
        assertThat(bot.messages(BACKSTAGE)).noneMatch(each -> each.drawn().contains("Unseen"));
    }

    @Test
    void aPublicChannelThatTheBotIsRemovedFromIsPausedUntilItIsBackOrSubscribedAgain() {
        subscribed(ALICE, BUILDS, "web");
        passed("main", "First night");
        bot.cardIn(BUILDS, "First night");
        bot.slack().kick(BUILDS);
        bot.passes(Duration.ofMinutes(2));
        passed("main", "Unseen act");
        bot.until("Alice is told", () -> !toldTo(ALICE).isEmpty());
        assertThat(toldTo(ALICE).get(0).drawn()).contains("I'm no longer in it, or it was deleted", BUILDS);
        passed("main", "Unseen too");
        bot.untilAllIsDone();
        assertThat(bot.messages(BUILDS)).noneMatch(each -> each.drawn().contains("Unseen"));

        bot.slack().invite(BUILDS);
        bot.passes(Duration.ofMinutes(2));
        passed("main", "Seen again");
        bot.cardIn(BUILDS, "Seen again");
        assertThat(toldTo(ALICE)).hasSize(1);

        bot.slack().kick(BUILDS);
        bot.passes(Duration.ofMinutes(2));
        passed("main", "Unheard act");
        bot.untilAllIsDone();
        assertThat(bot.messages(BUILDS)).noneMatch(each -> each.drawn().contains("Unheard"));
        bot.says(BOB, BUILDS, "/semaphore subscribe web");
        bot.cardIn(BUILDS, "Paused subscriptions of this channel resume.");
        passed("main", "From outside");
        bot.cardIn(BUILDS, "From outside");
    }

    @Test
    void aSubscriptionOfTheFileCountsAndCannotBeRemovedFromSlack() {
        passed("develop", "As the file says");
        bot.card("As the file says");
        subscribed(ALICE, DEPLOYS, "web@main");
        var list = bot.asks(ALICE, "/semaphore subscriptions");
        assertThat(list.drawn()).contains("*web* on `develop`", "from the file", "[Remove web@main]");
        assertThat(list.buttons()).containsExactly("Remove web@main", "Add");
        bot.says(ALICE, "/semaphore subscribe web@develop");
        bot.answer(ALICE, "is already subscribed to web@develop, from the file");
        bot.says(ALICE, "/semaphore unsubscribe web@develop");
        bot.answer(ALICE, "is in signalman.yml, so it can't be removed here.");
        bot.says(ALICE, "/semaphore unsubscribe web");
        bot.card("Alice unsubscribed this channel from web@main. Subscriptions in signalman.yml stay.");
    }
}
