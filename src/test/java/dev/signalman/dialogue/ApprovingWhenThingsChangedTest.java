package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that can block the last vote, alone and together. */
final class ApprovingWhenThingsChangedTest {
    private static final String LAST =
            "Yours would be the last approval that #1 needs, but it can't be promoted right now, so your vote "
                    + "wasn't counted.";
    private static final Approvals TWO =
            new Approvals(2, List.of(RELEASE), null, Notify.MENTION, false, Duration.ofDays(9), List.of());

    private Dialogue bot;
    private String pipeline;
    private SimulatedPerson dora;
    private PostedMessage card;

    /** A freeze of two days begins at the midnight after next; somebody has asked, and Bob has approved. */
    @BeforeEach
    void start() throws Exception {
        var day = InstantSource.system().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
        var cron = "0 0 0 " + day.atOffset(ZoneOffset.UTC).getDayOfMonth() + " "
                + day.atOffset(ZoneOffset.UTC).getMonthValue() + " *";
        bot = Dialogue.start(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                .with(TWO)
                .frozen(Freeze.of(cron, "PT48H", "UTC", "stocktaking")))));
        pipeline = bot.passed("web", "Round invoices");
        dora = bot.slack().add(SimulatedPerson.member("U0DORA", "Dora"));
        bot.says(dora.id(), "/semaphore promote production web");
        card = bot.card("0 of 2 approvals");
        bot.presses(BOB, card, "Approve");
        card = bot.becomes(card, "1 of 2 approvals");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void lock() {
        int before = locked();
        bot.says(ALICE, "/semaphore lock production web because of rain");
        bot.until("it is locked", () -> locked() > before);
    }

    private int locked() {
        return bot.shown(DEPLOYS, "Alice locked *production* of *web*").size();
    }

    private String lastVote() {
        return bot.asks(CAROL, "/semaphore approve 1").drawn();
    }

    private void itStillWaits() {
        card = bot.becomes(card, "1 of 2 approvals", "✅ Bob", "[Approve]");
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void aFreezeLeavesItOpenUntilItIsOver() {
        bot.passes(Duration.ofDays(2));
        assertThat(lastVote()).contains(LAST, "Frozen until", ": stocktaking.", "Nothing was changed");
        itStillWaits();
        bot.passes(Duration.ofDays(2));
        bot.says(CAROL, "/semaphore approve 1");
        bot.becomes(card, "is deploying to *production*");
    }

    @Test
    void aLockAndAFreezeAreBothSaidAndBothHold() {
        bot.passes(Duration.ofDays(2));
        lock();
        assertThat(lastVote()).contains(LAST, "Frozen until", ": stocktaking.", "Locked by Alice", ": of rain.");
        itStillWaits();
        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("Alice unlocked");
        assertThat(lastVote()).contains(LAST, "Frozen until").doesNotContain("Locked by");
        itStillWaits();
        lock();
        bot.passes(Duration.ofDays(2));
        assertThat(lastVote()).contains(LAST, "Locked by Alice").doesNotContain("Frozen");
        itStillWaits();
    }

    @Test
    void whySaysAllThatIsNotMetAndAllThatIs() {
        bot.passes(Duration.ofDays(2));
        lock();
        assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                .contains(
                        "Dora, who requested it, is a full member",
                        "⏳ Approvals: 1 of 2, by Bob; needs *release*",
                        "❌ Frozen until",
                        "❌ Locked by Alice",
                        "Nothing newer was promoted since");
        itStillWaits();
    }

    @Test
    void permanentObstacleEndsTheRequestDespiteALock() {
        lock();
        bot.slack().add(dora.whenDeactivated());
        bot.says(CAROL, "/semaphore approve 1");
        card = bot.becomes(
                card, "blocked after approval", "Dora, who requested it, has a deactivated account", "Locked by Alice");
        assertThat(card.buttons()).isEmpty();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void whatWentElsewhereEndsItAsOvertakenWhateverElseStandsInTheWay() {
        bot.promotedOnTheWeb("web", pipeline, "production");
        lock();
        bot.slack().add(dora.whenDeactivated());
        bot.passes(Duration.ofDays(2));
        bot.says(CAROL, "/semaphore approve 1");
        card = bot.becomes(
                card,
                "overtaken",
                "Since this was requested, it was promoted",
                "Dora, who requested it, has a deactivated account",
                "Frozen until",
                "Locked by Alice");
        assertThat(card.buttons()).isEmpty();
        assertThat(bot.semaphore().promotions("web")).hasSize(1);
    }

    @Test
    void whatWasJustTriggeredElsewhereOvertakesItThoughItHasNoPipelineYet() {
        bot.semaphore().settings().promotionsTake(Duration.ofDays(1));
        bot.semaphore().promoteOnTheWeb(pipeline, "production", "bob", Map.of());
        bot.passes(Duration.ofSeconds(1)); // lists contain it only after that
        bot.says(CAROL, "/semaphore approve 1");
        bot.becomes(card, "overtaken", "Since this was requested, it was promoted");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void whenSemaphoreCannotSayWhatWentThereItStaysOpen() {
        bot.semaphore().fault(SemaphoreFault.on("GET", "/promotions").always().badToken());
        assertThat(lastVote()).contains(LAST, "Semaphore rejects the bot's token.", "Nothing was changed");
        bot.semaphore().heal();
        itStillWaits();
    }
}
