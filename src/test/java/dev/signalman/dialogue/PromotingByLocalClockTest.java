package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times are read on local clocks, which change twice a year. */
final class PromotingByLocalClockTest {
    private static Dialogue at(String then, Policy... policies) throws IOException {
        var bot = Dialogue.resumed(
                TestDatabase.ofDialogue(),
                new Policies(List.of(policies)),
                Instant.parse(then),
                (slack, semaphore) -> {});
        bot.passed("web", "Round invoices");
        return bot;
    }

    @Test
    void theZoneOfTheRulesFreezesGoesBeforeThePersons() throws Exception {
        var yearly = Freeze.of("0 0 0 24 12 *", "PT48H", "America/New_York", "Christmas");
        try (var bot = at(
                "2027-02-10T07:00:00Z",
                Policy.of("staging", List.of("web"), List.of(), null).frozen(yearly))) {
            bot.says(ALICE, "/semaphore promote staging web at 9:00");
            bot.answer(ALICE, "It goes 2027-02-10 14:00 UTC (9:00 in America/New_York).");
        }
    }

    @Test
    void theNightBeforeClocksGoForwardItIsTheLocalTimeThatCounts() throws Exception {
        try (var bot = at("2027-03-27T10:00:00Z")) {
            bot.says(ALICE, "/semaphore promote staging web at 9:00");
            bot.answer(ALICE, "It goes 2027-03-28 07:00 UTC (9:00 in Europe/Belgrade).");
            var card = bot.card("*web* goes to *staging* 2027-03-28 07:00 UTC");
            bot.passes(Duration.ofHours(20).plusMinutes(59));
            bot.untilAllIsDone();
            assertThat(bot.semaphore().promotions("web")).isEmpty();
            bot.passes(Duration.ofMinutes(1));
            bot.becomes(card, "is deploying to *staging*");
        }
    }

    @Test
    void aTimeThatClocksSkipIsRefusedWithTheNextOneAsAButton() throws Exception {
        try (var bot = at("2027-03-27T10:00:00Z")) {
            bot.says(ALICE, "/semaphore promote staging web at 2:30");
            var refused = bot.answer(
                    ALICE,
                    "There is no 2:30 on 2027-03-28 in Europe/Belgrade: clocks go from 2:00 to 3:00.",
                    "Nothing was changed.");
            bot.presses(ALICE, refused, "Schedule for 3:00");
            bot.card("*web* goes to *staging* 2027-03-28 01:00 UTC");
        }
    }

    @Test
    void ofATimeThatClocksShowTwiceOneIsChosen() throws Exception {
        try (var bot = at("2027-10-30T10:00:00Z")) {
            bot.says(ALICE, "/semaphore promote staging web at 2:30");
            var refused = bot.answer(
                    ALICE,
                    "2:30 comes twice on 2027-10-31 in Europe/Belgrade, since clocks go back.",
                    "Nothing was changed.");
            assertThat(refused.buttons()).containsExactly("2:30 (UTC+02:00)", "2:30 (UTC+01:00)");
            bot.presses(ALICE, refused, "2:30 (UTC+01:00)");
            var card = bot.card("*web* goes to *staging* 2027-10-31 01:30 UTC");
            bot.passes(Duration.ofHours(14).plusMinutes(31));
            bot.untilAllIsDone();
            assertThat(bot.semaphore().promotions("web")).isEmpty();
            bot.passes(Duration.ofHours(1));
            bot.becomes(card, "is deploying to *staging*");
        }
    }

    @Test
    void betweenTheTwoOnlyTheSecondIsLeft() throws Exception {
        try (var bot = at("2027-10-31T00:45:00Z")) {
            bot.says(ALICE, "/semaphore promote staging web at 2:30");
            bot.answer(ALICE, "It goes 2027-10-31 01:30 UTC (2:30 in Europe/Belgrade).");
        }
    }
}
