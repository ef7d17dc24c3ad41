package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static dev.signalman.simulator.semaphore.PromotionPlan.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A promotion that waits for the end of a freeze, and one whose time meets a freeze. */
final class PromotingAfterAFreezeTest {
    /** Eight in the morning in Belgrade. */
    private static final Instant EIGHT = Instant.parse("2027-02-10T07:00:00Z");

    private static final String PROJECTS = "projects: [{name: web, promotions: [staging, production]}]";
    private static final String UNTIL_TEN = "{cron: \"0 0 6 10 2 *\", for: PT4H, zone: Europe/Belgrade}";
    private static final String UNTIL_NOON = "{cron: \"0 0 6 10 2 *\", for: PT6H, zone: Europe/Belgrade}";

    private static Freeze freeze(String cron, String lasting) throws Freeze.Unreadable {
        return Freeze.of(cron, lasting, "Europe/Belgrade", "");
    }

    private static Freeze untilTen() throws Freeze.Unreadable {
        return freeze("0 0 6 10 2 *", "PT4H");
    }

    private static Policy production(Freeze... freezes) {
        return Policy.of("production", List.of("web"), List.of(), null).frozen(freezes);
    }

    private static Dialogue under(Policy... policies) throws IOException {
        var bot = Dialogue.resumed(
                TestDatabase.ofDialogue(), new Policies(List.of(policies)), EIGHT, (slack, semaphore) -> {});
        bot.passed("web", "Round invoices");
        return bot;
    }

    private static void nothingWasPromoted(Dialogue bot) {
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    private static void rereads(Dialogue bot, String freeze) throws IOException {
        bot.rereads(
                PROJECTS, "promotions:", "  - name: production", "    projects: [web]", "    freeze: [" + freeze + "]");
    }

    @Test
    void itIsVotedOnDuringTheFreezeAndGoesWhenItIsOver() throws Exception {
        try (var bot = under(production(untilTen()).with(Approvals.of(1, RELEASE)))) {
            bot.says(ALICE, "/semaphore promote production web after the freeze");
            bot.answer(
                    ALICE,
                    "#1 is waiting for approval here. Once approved, it goes after the freeze, 2027-02-10 09:00 UTC.");
            var card = bot.card("⏰ If it's approved in time, it goes after the freeze, 2027-02-10 09:00 UTC.");
            bot.presses(BOB, card, "Approve");
            bot.becomes(
                    card,
                    "*web* goes to *production* after the freeze, 2027-02-10 09:00 UTC",
                    "✅ Approved by Bob",
                    "If it's locked, it isn't promoted.");
            bot.passes(Duration.ofMinutes(119));
            nothingWasPromoted(bot);
            bot.passes(Duration.ofMinutes(1));
            bot.becomes(card, "is deploying to *production*");
            assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        }
    }

    @Test
    void aFreezeThatLastsLongerThanAPromotionMayWaitIsRefused() throws Exception {
        try (var bot = under(production(freeze("0 0 6 10 2 *", "P40D")))) {
            bot.says(ALICE, "/semaphore promote production web after the freeze");
            bot.answer(
                    ALICE,
                    "The freeze of production lasts until 2027-03-22 05:00 UTC.",
                    "A promotion can be scheduled at most 30 days ahead.",
                    "Nothing was changed.");
            nothingWasPromoted(bot);
        }
    }

    @Test
    void aDeploymentTargetThatTheFreezeClosedIsOpenForIt() throws Exception {
        try (var bot = under(production(untilTen().onTheServer()))) {
            bot.semaphore()
                    .addProject("web")
                    .plan(pipeline(".semaphore/semaphore.yml", "Build and test")
                            .block("Test", job("rspec").runsUntilTold())
                            .promotion(promotion("production", ".semaphore/production.yml")
                                    .guardedBy("Production")));
            bot.passed("web", "Sort invoices");
            var target = bot.semaphore().addDeploymentTarget("web", "Production");
            bot.untilARound("the target is deactivated", target::isCordoned);
            bot.says(ALICE, "/semaphore promote production web after the freeze");
            var card = bot.card("after the freeze, 2027-02-10 09:00 UTC", "Sort invoices");
            // what opens the targets after a freeze comes too late
            bot.semaphore()
                    .fault(SemaphoreFault.on("GET", "/deployment_targets/" + target.id())
                            .always()
                            .unavailable());
            bot.passes(Duration.ofHours(2));
            bot.becomes(card, "is deploying to *production*");
            assertThat(target.isCordoned()).isFalse();
        }
    }

    @Test
    void aVoteAfterTheFreezePromotesAtOnce() throws Exception {
        try (var bot = under(production(untilTen()).with(Approvals.of(1, RELEASE)))) {
            bot.says(ALICE, "/semaphore promote production web after the freeze");
            var card = bot.card("it goes after the freeze");
            bot.passes(Duration.ofHours(3));
            nothingWasPromoted(bot);
            bot.says(BOB, "/semaphore approve 1");
            bot.becomes(card, "is deploying to *production*");
        }
    }

    @Test
    void whereNothingIsFrozenThePlainPromotionIsOffered() throws Exception {
        try (var bot = under(production(untilTen()), Policy.of("staging", List.of("web"), List.of(), null))) {
            bot.says(ALICE, "/semaphore promote staging web after the freeze");
            var refused = bot.answer(
                    ALICE, "staging isn't frozen now, so there is no freeze to wait for.", "Nothing was changed.");
            bot.presses(ALICE, refused, "Promote to staging");
            bot.card("Promoted to staging by Alice");
        }
    }

    @Test
    void ofTwoFreezesThatOverlapTheLaterEndCounts() throws Exception {
        try (var bot = under(
                production(untilTen()),
                Policy.of("prod*", List.of(), List.of(), null).frozen(freeze("0 30 9 10 2 *", "PT2H30M")))) {
            bot.says(ALICE, "/semaphore promote production web after the freeze");
            var card = bot.card("*web* goes to *production* after the freeze, 2027-02-10 11:00 UTC");
            bot.passes(Duration.ofHours(2));
            bot.becomes(card, "goes to *production* after the freeze, 2027-02-10 11:00 UTC");
            nothingWasPromoted(bot);
            bot.passes(Duration.ofHours(2));
            bot.becomes(card, "is deploying to *production*");
        }
    }

    @Test
    void aFreezeWithoutAnEndIsRefused() throws Exception {
        try (var bot = under(production(freeze("0 0 0 * * *", "PT24H")))) {
            assertThat(bot.asks(ALICE, "/semaphore promote production web after the freeze")
                            .drawn())
                    .contains(
                            "The freeze of production has no end, so nothing can be scheduled after it. Ask your Signalman admin to check freeze in signalman.yml.",
                            "Nothing was changed.");
            assertThat(bot.asks(ALICE, "/semaphore promote production web at 9:00")
                            .drawn())
                    .contains("production is frozen at that time, and the freeze has no end");
            nothingWasPromoted(bot);
        }
    }

    @Test
    void aFreezeThatIsExtendedOrShortenedMovesIt() throws Exception {
        try (var bot = under(production(untilTen()))) {
            bot.says(ALICE, "/semaphore promote production web after the freeze");
            var card = bot.card("after the freeze, 2027-02-10 09:00 UTC");
            rereads(bot, UNTIL_NOON);
            bot.passes(Duration.ofMinutes(1));
            bot.becomes(card, "after the freeze, 2027-02-10 11:00 UTC");
            bot.passes(Duration.ofHours(2));
            nothingWasPromoted(bot);
            rereads(bot, "{cron: \"0 0 0 * * *\", for: PT24H, zone: UTC}");
            bot.passes(Duration.ofMinutes(1));
            bot.becomes(card, "after the freeze, which has no end now");
            nothingWasPromoted(bot);
            rereads(bot, UNTIL_TEN);
            bot.passes(Duration.ofMinutes(1));
            bot.becomes(card, "is deploying to *production*");
            assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        }
    }

    @Test
    void aLockWhenTheFreezeEndsStopsIt() throws Exception {
        try (var bot = under(production(untilTen()))) {
            bot.says(ALICE, "/semaphore promote production web after the freeze");
            var card = bot.card("after the freeze, 2027-02-10 09:00 UTC");
            bot.says(BOB, "/semaphore lock production web because of rain");
            bot.card("Bob locked");
            bot.passes(Duration.ofHours(2));
            bot.becomes(card, "blocked at its scheduled time", "Locked by Bob");
            bot.told(ALICE, "was not promoted to *production* 2027-02-10 09:00 UTC: Locked by Bob");
            nothingWasPromoted(bot);
        }
    }

    @Test
    void aTimeInTheFreezeIsRefusedWithTheEndAsAButton() throws Exception {
        try (var bot = under(production(untilTen()))) {
            bot.says(ALICE, "/semaphore promote production web at 9:00");
            var refused = bot.answer(ALICE, "production is frozen at that time, until 2027-02-10 09:00 UTC.");
            bot.presses(ALICE, refused, "Promote after the freeze");
            bot.card("*web* goes to *production* after the freeze, 2027-02-10 09:00 UTC");
        }
    }

    @Test
    void aTimeInAFreezeToComeIsRefusedWithItsEndAsAButton() throws Exception {
        try (var bot = under(production(freeze("0 0 10 10 2 *", "PT4H")))) {
            bot.says(ALICE, "/semaphore promote production web at 11:00");
            var refused = bot.answer(ALICE, "production is frozen at that time, until 2027-02-10 13:00 UTC.");
            bot.presses(ALICE, refused, "Schedule for its end");
            var card = bot.card("*web* goes to *production* 2027-02-10 13:00 UTC");
            bot.passes(Duration.ofHours(6));
            bot.becomes(card, "is deploying to *production*");
        }
    }

    @Test
    void aFreezeThatBeganMeanwhileEndsIt() throws Exception {
        try (var bot = under(production())) {
            bot.says(ALICE, "/semaphore promote production web at 9:00");
            var card = bot.card("*web* goes to *production* 2027-02-10 08:00 UTC");
            rereads(bot, UNTIL_TEN);
            bot.passes(Duration.ofHours(1));
            bot.becomes(card, "blocked at its scheduled time", "Frozen until 2027-02-10 09:00 UTC");
            bot.cardIn(DEPLOYS, "was not promoted to *production* 2027-02-10 08:00 UTC: Frozen until");
            bot.passes(Duration.ofHours(2));
            nothingWasPromoted(bot);
        }
    }
}
