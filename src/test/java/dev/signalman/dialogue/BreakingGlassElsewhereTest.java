package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.domain.Freeze;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Break-glass together with other rules: a freeze, a separate channel, access rules, several policies. */
final class BreakingGlassElsewhereTest {
    private static Policy plain() {
        return Policy.of("production", List.of("web"), List.of(), null);
    }

    private static Approvals shownIn(@Nullable String channel) {
        return new Approvals(
                2, List.of(RELEASE), channel, Approvals.Notify.NONE, false, Duration.ofHours(4), List.of());
    }

    private static Dialogue under(Policy... policies) throws Exception {
        var bot = Dialogue.start(new Policies(List.of(policies)));
        bot.passed("web", "Round invoices");
        return bot;
    }

    @Test
    void itGoesThroughAFreezeThatNobodyNeedsToApproveAndThoseWhoMayBreakItClearIt() throws Exception {
        var frozen = plain().frozen(Freeze.of("0 0 0 * * *", "PT24H", "UTC", "stocktaking"))
                .broken(RELEASE);
        try (var bot = under(frozen)) {
            bot.says(BOB, "/semaphore promote production web");
            bot.answer(BOB, "Frozen: stocktaking");
            bot.says(BOB, "/semaphore promote production web break-glass because the shop is down");
            bot.card("Promoted to production (break-glass), because the shop is down, by Bob");
            var review = bot.card("🚨 *#1*", "Needs 2 reviews* from @" + RELEASE);
            bot.presses(ALICE, review, "Mark reviewed");
            bot.becomes(review, "Needs 1 more review");
            bot.presses(CAROL, review, "Mark reviewed");
            bot.becomes(review, "Reviewed by Alice and Carol");
            assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        }
    }

    @Test
    void everyPolicyThatMatchesMustNameThem() throws Exception {
        try (var bot = under(
                plain().with(Approvals.of(1, RELEASE)).broken(BOB, CAROL),
                plain().with(Approvals.of(1, RELEASE)).broken(CAROL))) {
            bot.says(BOB, "/semaphore promote production web break-glass because the shop is down");
            bot.answer(BOB, "Only Bob and Carol, and among those only Carol can break glass, not Bob.");
            assertThat(bot.semaphore().promotions("web")).isEmpty();
            bot.says(CAROL, "/semaphore promote production web break-glass because the shop is down");
            bot.card("Promoted to production (break-glass)", "by Carol");
        }
    }

    @Test
    void whereOnePolicyHasNoGlassThereIsNoButton() throws Exception {
        try (var bot =
                under(plain().with(Approvals.of(1, RELEASE)).broken(CAROL), plain().with(Approvals.of(1, RELEASE)))) {
            bot.says(ALICE, "/semaphore promote production web");
            assertThat(bot.card("0 of 1 approval").buttons()).doesNotContain("Break glass");
            bot.says(CAROL, "/semaphore break-glass 1 because the shop is down");
            bot.answer(CAROL, "Nobody can break glass here: promotions[0] (production)");
            assertThat(bot.semaphore().promotions("web")).isEmpty();
        }
    }

    @Test
    void everybodyIsToldInTheRulesChannelThoughCardsMentionNobody() throws Exception {
        try (var bot = under(plain().with(shownIn(DEPLOYS)).broken(CAROL))) {
            bot.says(CAROL, BUILDS, "/semaphore promote production web break-glass because the shop is down");
            bot.cardIn(DEPLOYS, "🚨 *#1*", "Needs 2 reviews* from @" + RELEASE);
            bot.cardIn(DEPLOYS, "*web* is deploying to *production* (break-glass)");
        }
    }

    @Test
    void whereNobodyCouldBeToldItIsRefused() throws Exception {
        try (var bot = under(plain().with(shownIn(SECRET)).broken(CAROL))) {
            bot.says(CAROL, "/semaphore promote production web break-glass because the shop is down");
            bot.answer(CAROL, "has to be posted in " + SECRET, "I can't post there", "/invite @Signalman");
            assertThat(bot.semaphore().promotions("web")).isEmpty();
        }
    }

    @Test
    void whereTheRequestCannotBeShownAnyMoreItIsRefused() throws Exception {
        try (var bot = under(plain().with(shownIn(BUILDS)).broken(CAROL))) {
            bot.says(ALICE, "/semaphore promote production web");
            bot.cardIn(BUILDS, "0 of 2 approvals");
            bot.slack().add(bot.slack().channel(BUILDS).whenArchived());
            bot.passes(Duration.ofMinutes(2)); // channels are cached for one minute
            bot.says(CAROL, "/semaphore break-glass 1 because the shop is down");
            bot.answer(CAROL, "I can't post there");
            assertThat(bot.semaphore().promotions("web")).isEmpty();
        }
    }

    private static Configuration forAliceAlone(Configuration usual) {
        return ConfigurationChanger.from(usual)
                .access(new AccessRules(Map.of("promote", List.of(ALICE))))
                .promotions(new Policies(
                        List.of(plain().with(Approvals.of(2, RELEASE)).broken(CAROL))))
                .configuration();
    }

    @Test
    void whoMayNotPromoteAtAllMayNotBreakTheGlassEither() throws Exception {
        try (var bot = Dialogue.configured(BreakingGlassElsewhereTest::forAliceAlone)) {
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("0 of 2 approvals");
            bot.says(CAROL, "/semaphore break-glass 1 because the shop is down");
            bot.answer(CAROL, "Carol, who requested it, can't promote");
            assertThat(bot.semaphore().promotions("web")).isEmpty();
        }
    }
}
