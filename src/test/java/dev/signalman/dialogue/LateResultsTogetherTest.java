package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.audit.LedgerSource;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two bots on one PostgreSQL: a promotion's result is reported and recorded once, even if one of them dies. */
@Execution(ExecutionMode.CONCURRENT)
final class LateResultsTogetherTest {
    /** Long enough for a bot to count as dead. */
    private static final Duration AWAY = Duration.ofSeconds(35);

    /** More looks than between two reads of the target's history. */
    private static final int LOOKS_AT_A_TARGET = 6;

    private final DatabaseAddress database = TestDatabase.POSTGRES.whole();
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of()), database);
        bot.isJoined();
        LatePromotionsTest.guarded(bot);
        bot.passed("web", "Round invoices");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private List<String> kinds() throws IOException {
        var kinds = new ArrayList<String>();
        try (var ledger = LedgerSource.open(database)) {
            ledger.each(row -> kinds.add(row.kind()));
        }
        return kinds;
    }

    private void isWrittenDownOnce() throws IOException {
        bot.card("Nothing was deployed to production", "the deployment target prod refused it");
        bot.passes(AWAY);
        bot.passes(AWAY);
        assertThat(bot.shown(DEPLOYS, "Nothing was deployed")).hasSize(1);
        assertThat(kinds()).containsExactly("act", "result");
    }

    @Test
    void whatBothMaySeeIsWrittenDownOnce() throws Exception {
        LatePromotionsTest.closesAfter(bot, () -> bot.says(ALICE, "/semaphore promote production web"));
        isWrittenDownOnce();
        for (int look = 0; look < LOOKS_AT_A_TARGET; look++) {
            bot.passes(AWAY);
            bot.untilAllIsDone();
        }
        isWrittenDownOnce();
    }

    @Test
    void whatABotPromotedThatDiedIsWrittenDownByTheOther() throws Exception {
        LatePromotionsTest.closesOnceSettled(bot, () -> {
            bot.says(ALICE, "/semaphore promote production web");
            bot.until("it is settled", () -> !kinds().isEmpty());
            bot.kill();
        });
        bot.passes(AWAY);
        isWrittenDownOnce();
    }
}
