package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule shows requests in its own channel, wherever somebody asks. */
final class ApprovingElsewhereTest {
    private static Dialogue shownIn(String channel) throws IOException {
        var approvals =
                new Approvals(1, List.of(RELEASE), channel, Notify.MENTION, false, Approvals.USUAL_LIFE, List.of());
        var bot = Dialogue.start(new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(approvals))));
        bot.passed("web", "Round invoices");
        return bot;
    }

    @Test
    void itIsShownThereAndFollowedThereAndTheAskerIsToldWhere() throws Exception {
        try (var bot = shownIn(BUILDS)) {
            bot.says(ALICE, DEPLOYS, "/semaphore promote production web");
            bot.answerIn(ALICE, DEPLOYS, "#1 is waiting for approval in #" + BUILDS);
            var card = bot.cardIn(BUILDS, "requests approval to promote *web* to *production*", "0 of 1 approval");
            assertThat(bot.shown(DEPLOYS, "requests approval to promote")).isEmpty();

            bot.presses(CAROL, card, "Approve");

            bot.becomes(card, "is deploying to *production*");
            bot.cardIn(BUILDS, "Promoted to production by Alice");
            bot.semaphore().finish(bot.semaphore().pipelines("web").get(1));
            bot.becomes(card, "*web* is on *production*");
            assertThat(bot.shown(DEPLOYS, "production")).isEmpty();
            assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        }
    }

    @Test
    @Tag("on-postgresql")
    void itIsVotedOnFromWhereItWasAskedForAllTheSame() throws Exception {
        try (var bot = shownIn(BUILDS)) {
            bot.says(ALICE, DEPLOYS, "/semaphore promote production web");
            var card = bot.cardIn(BUILDS, "0 of 1 approval");
            bot.says(BOB, DEPLOYS, "/semaphore approve 1");
            bot.becomes(card, "is deploying to *production*");
        }
    }

    @Test
    void whereTheBotMayNotPostNothingIsAskedFor() throws Exception {
        try (var bot = shownIn(SECRET)) {
            bot.says(ALICE, DEPLOYS, "/semaphore promote production web");
            bot.answerIn(ALICE, DEPLOYS, "has to be posted in", "/invite @Signalman", "Nothing was changed");
            assertThat(bot.asks(BOB, "/semaphore approve 1").drawn()).contains("I can't find request #1");
            assertThat(bot.semaphore().promotions("web")).isEmpty();
        }
    }
}
