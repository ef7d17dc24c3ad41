package dev.signalman.dialogue;

import static dev.signalman.dialogue.LatePromotionsTest.closesAfter;
import static dev.signalman.dialogue.LatePromotionsTest.guarded;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.audit.LedgerRow;
import dev.signalman.feature.audit.LedgerSource;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The later result of an accepted promotion is a separate row of the ledger. */
@Execution(ExecutionMode.CONCURRENT)
final class LateResultsTest {
    private DatabaseAddress database;

    @BeforeEach
    void make() throws IOException {
        database = TestDatabase.ofDialogue();
    }

    private static Policies voted() {
        return new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(1, RELEASE))));
    }

    private List<LedgerRow> rows() throws IOException {
        var rows = new ArrayList<LedgerRow>();
        try (var ledger = LedgerSource.open(database)) {
            ledger.each(rows::add);
        }
        return rows;
    }

    /** The promotion's row, followed by exactly one row with its result. */
    private void theLedgerTellsOnce(String person, String outcome, String words) throws IOException {
        var rows = rows();
        var act = rows.stream()
                .filter(row -> row.kind().equals("act") && row.words().endsWith("Promoted"))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(act.outcome()).isEqualTo("done");
        assertThat(rows)
                .filteredOn(row -> row.kind().equals("result"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.userId()).isEqualTo(person).isEqualTo(act.userId());
                    assertThat(row.line()).isEqualTo(act.line()).startsWith("promote production pipeline");
                    assertThat(row.channel()).isEqualTo(DEPLOYS);
                    assertThat(row.outcome()).isEqualTo(outcome);
                    assertThat(row.words()).contains("Row " + act.number() + " ", words);
                });
    }

    @Test
    void whatADeploymentTargetTurnsAwayAfterwardsIsARowOfItsOwn() throws Exception {
        try (var bot = Dialogue.start(new Policies(List.of()), database)) {
            guarded(bot);
            bot.passed("web", "Round invoices");
            closesAfter(bot, () -> bot.says(ALICE, "/semaphore promote production web"));
            bot.card("Nothing was deployed to production");
            theLedgerTellsOnce(
                    ALICE, "refused", "the deployment target prod refused it (deployment target is cordoned)");
            assertThat(bot.asks(ALICE, "/semaphore audit").drawn()).contains("result refused: Row 1 had no effect");
        }
    }

    @Test
    @Tag("on-postgresql")
    void soIsWhatWasGrantedByVotes() throws Exception {
        try (var bot = Dialogue.start(voted(), database)) {
            guarded(bot);
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("0 of 1 approval");
            closesAfter(bot, () -> bot.says(BOB, "/semaphore approve 1"));
            bot.card("Nothing was deployed to production");
            bot.card("could not be promoted to", "the deployment target prod refused it");
            theLedgerTellsOnce(BOB, "refused", "the deployment target prod refused it");
        }
    }

    @Test
    void aDeployThatSemaphoreCouldNotStartIsOneToo() throws Exception {
        try (var bot = Dialogue.start(new Policies(List.of()), database)) {
            bot.passed("web", "Bad weather");
            bot.semaphore().settings().promotionsFail(true);
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("*production*: Semaphore couldn't start it");
            bot.until(
                    "the ledger tells it",
                    () -> rows().stream().anyMatch(row -> row.kind().equals("result")));
            theLedgerTellsOnce(ALICE, "refused", "Semaphore couldn't start the deploy");
        }
    }

    @Test
    void aPromotionThatNeverShowsUpIsToldAndARowThatSaysSo() throws Exception {
        try (var bot = Dialogue.start(new Policies(List.of()), database)) {
            bot.passed("web", "Round invoices");
            bot.semaphore().settings().promotionsAreListedAfter(Duration.ofHours(3));
            bot.says(ALICE, "/semaphore promote production web");
            bot.until(
                    "it was promoted", () -> !bot.semaphore().promotions("web").isEmpty());
            bot.untilAllIsDone();
            bot.passes(Duration.ofMinutes(61));
            bot.card(
                    "No deploy to production appeared within an hour, although Semaphore accepted the promotion.",
                    "Check in Semaphore before you promote again.");
            theLedgerTellsOnce(ALICE, "unknown", "no deploy appeared within an hour");
        }
    }

    @Test
    void soIsARequestThatWasGrantedAndItsCardSaysThatNobodyCanTell() throws Exception {
        try (var bot = Dialogue.start(voted(), database)) {
            bot.passed("web", "Round invoices");
            bot.semaphore().settings().promotionsAreListedAfter(Duration.ofHours(3));
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("0 of 1 approval");
            bot.says(BOB, "/semaphore approve 1");
            bot.until(
                    "it was promoted", () -> !bot.semaphore().promotions("web").isEmpty());
            bot.untilAllIsDone();
            bot.passes(Duration.ofMinutes(61));
            bot.card("unclear whether", "No deploy appeared within an hour");
            bot.card("No deploy to production appeared within an hour, although Semaphore accepted the promotion.");
            theLedgerTellsOnce(BOB, "unknown", "no deploy appeared within an hour");
        }
    }

    @Test
    void aRequestOfWhichSemaphoreTellsNothingMoreIsNotFollowedForEver() throws Exception {
        try (var bot = Dialogue.start(voted(), database)) {
            bot.passed("web", "Round invoices");
            bot.semaphore().settings().promotionsAreListedAfter(Duration.ofHours(3));
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("0 of 1 approval");
            bot.says(BOB, "/semaphore approve 1");
            bot.until(
                    "it was promoted", () -> !bot.semaphore().promotions("web").isEmpty());
            bot.untilAllIsDone();
            bot.semaphore()
                    .fault(SemaphoreFault.on("GET", "/promotions").unavailable().always());
            bot.passes(Duration.ofMinutes(61));
            bot.card("unclear whether", "No deploy appeared within an hour", "Semaphore has a problem");
        }
    }

    @Test
    @Tag("on-postgresql")
    void aPromotionThatSemaphoreDoesNotTellOfAnyMoreIsARowToo() throws Exception {
        try (var bot = Dialogue.start(new Policies(List.of()), database)) {
            var pipeline = bot.passed("web", "Round invoices");
            bot.semaphore().settings().promotionsAreListedAfter(Duration.ofHours(3));
            bot.says(ALICE, "/semaphore promote production web");
            bot.until(
                    "it was promoted", () -> !bot.semaphore().promotions("web").isEmpty());
            bot.untilAllIsDone();
            bot.semaphore()
                    .fault(SemaphoreFault.on("GET", "/pipelines/" + pipeline)
                            .unavailable()
                            .always());
            bot.passes(Duration.ofMinutes(61));
            bot.card(
                    "No deploy to production appeared within an hour, although Semaphore accepted the promotion.",
                    "Semaphore has a problem");
            theLedgerTellsOnce(ALICE, "unknown", "Semaphore has a problem");
        }
    }
}
