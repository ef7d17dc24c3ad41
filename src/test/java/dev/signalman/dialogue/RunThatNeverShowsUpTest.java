package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.DatabaseAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A run whose answer is lost, and which stays invisible for minutes. */
final class RunThatNeverShowsUpTest {
    private final AtomicReference<DatabaseAddress> database = new AtomicReference<>();

    @Test
    void isLookedForAgainAndAgainAndInTheEndSaidToBeUnknownAndNeverAskedForTwice() throws Exception {
        try (var bot = Dialogue.configured(usual -> {
            database.set(usual.database());
            return usual;
        })) {
            bot.passed("web", "Round invoices");
            bot.semaphore()
                    .fault(SemaphoreFault.on("POST", "/plumber-workflows").timesOut());
            bot.says(ALICE, "/semaphore run web");
            bot.answer(ALICE, "Semaphore hasn't answered yet. I'm checking what happened and will let you know.");
            bot.until("the person is told", () -> {
                timePasses();
                return bot.messages(DEPLOYS).stream()
                        .anyMatch(
                                message -> message.drawn()
                                        .contains(
                                                "It may have worked, so I didn't try again. Check in Semaphore before you repeat it."));
            });
            bot.answer(
                    ALICE,
                    "a run of web on main",
                    "but Semaphore didn't answer, and no new workflow has appeared.",
                    "may have worked");
            assertThat(bot.changesAsked()).containsExactly("POST /plumber-workflows");
            assertThat(looks(bot)).isGreaterThanOrEqualTo(5);
            assertThat(bot.semaphore().workflows("web")).hasSize(1);
            assertThat(bot.messages(DEPLOYS)).allMatch(message -> message.ephemeral());
        }
    }

    private static long looks(Dialogue bot) {
        return bot.semaphore().calls().stream()
                .filter(call -> call.method().equals("GET") && call.path().equals("/plumber-workflows"))
                .count();
    }

    /** Makes postponed work due now. */
    private void timePasses() throws SQLException {
        var address = database.get();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate("update inbox set due_at = now() where due_at > now() and owner is null");
        }
    }
}
