package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.UserGroup;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bot that was killed left its database behind: a deploy to staging that goes on, #1 that was granted and is followed, #2 that was
 * promoted alone, #3 that waits for its second vote, a lock, and a card that Slack had not taken. The version of 30 November 2026 wrote it,
 * the last one before keys were reconciled. The bot of today goes on with all of it.
 */
final class EarlierDatabaseTest {
    private static final Instant A_MINUTE_LATER = Instant.parse("2026-12-01T02:27:00Z");
    private static final String ONCALL = "S0ONCALL";
    private static final String OSCAR = "U0OSCAR";
    private static final Policies RULES = new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
            .with(Approvals.of(2, RELEASE))
            .broken(ONCALL)));

    private static void workspace(SimulatedSlack slack) {
        slack.add(SimulatedPerson.member(OSCAR, "Oscar"));
        slack.add(new UserGroup(ONCALL, "oncall", "On call", List.of(OSCAR)));
    }

    /** What happened at Semaphore, in that order; so its pipelines have the ids that stand in the database. */
    private static void organization(SimulatedSemaphore semaphore) {
        var first = passed(semaphore, "Round invoices");
        promoted(semaphore, first, "staging");
        thereAre(semaphore, 2);
        promoted(semaphore, first, "production");
        thereAre(semaphore, 3);
        promoted(semaphore, passed(semaphore, "Stop the leak"), "production");
        passed(semaphore, "Sum by currency");
        thereAre(semaphore, 6);
        passed(semaphore, "Power cut");
        assertThat(semaphore.pipelines("web"))
                .contains("353e0b46-e91a-4dfc-a15f-18764de26865", "b676ed1b-4ad5-4b1b-9c3a-e416cc2d1790");
    }

    private static String passed(SimulatedSemaphore semaphore, String message) {
        var pipeline = semaphore.push("web", "main", message, "alice").pipelineId();
        semaphore.finish(pipeline);
        return pipeline;
    }

    private static void promoted(SimulatedSemaphore semaphore, String pipeline, String promotion) {
        var client = new FeignSemaphore(
                SemaphoreConnection.to(URI.create(semaphore.url()), new Credential(semaphore.token("signalman-bot"))),
                (call, outcome, took) -> {});
        client.promotions().trigger(pipeline, promotion, false, Map.of(), promotion + " of " + pipeline);
    }

    private static void thereAre(SimulatedSemaphore semaphore, int pipelines) {
        await().until(() -> semaphore.pipelines("web").size() == pipelines);
    }

    /** Migrates it. What the migrations make due at once is due by the machine's clock then; here it is by the clock of the dialogue. */
    private static void migrate(DatabaseAddress database) {
        try (var migrated = TestDatabase.openWhole(database)) {
            migrated.jdbi()
                    .useHandle(handle -> handle.createUpdate(
                                    "UPDATE watches SET next_look = :then WHERE next_look > :then")
                            .bind("then", A_MINUTE_LATER)
                            .execute());
        }
    }

    private static void goesOn(DatabaseAddress database) throws IOException {
        migrate(database);
        try (var bot = Dialogue.resumed(database, RULES, A_MINUTE_LATER, (slack, semaphore) -> {
            workspace(slack);
            organization(semaphore);
        })) {
            bot.cardIn(BUILDS, "Power cut");
            assertThat(bot.asks(CAROL, "/semaphore approvals").drawn())
                    .contains("*#3*", "requested by Alice, approved by Bob", "*#2*", "promoted by Oscar");

            bot.says(CAROL, "/semaphore approve 3");
            var third = bot.card("*#3*", "*web* is deploying to *production*", "REGION=eu");
            assertThat(bot.semaphore().promotions("web"))
                    .containsExactly("staging", "production", "production", "production");
            bot.semaphore().finish(newest(bot.semaphore()));
            bot.becomes(third, "*web* is on *production*, deployed in");

            bot.says(BOB, "/semaphore clear 2");
            bot.answer(BOB, "You reviewed #2");
            bot.says(CAROL, "/semaphore clear 2");
            bot.answer(CAROL, "You reviewed #2");
            bot.passes(Duration.ofHours(2));
            bot.card("Carol's lock on *staging* of *web* expired after");
            bot.untilAllIsDone();
            assertThat(bot.asks(CAROL, "/semaphore approvals").drawn()).doesNotContain("#1", "#2", "#3");
        }
    }

    private static String newest(SimulatedSemaphore semaphore) {
        var all = semaphore.pipelines("web");
        return all.get(all.size() - 1);
    }

    private static byte[] kept(String name) throws IOException {
        try (var kept = EarlierDatabaseTest.class.getResourceAsStream("signalman-2026-11-30" + name)) {
            return Objects.requireNonNull(kept).readAllBytes();
        }
    }

    @Test
    void aFileOfTheEmbeddedDatabaseIsOpenedAndGoneOnWith(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("signalman.mv.db"), kept(".mv.db"));
        goesOn(DatabaseAddress.file(folder.resolve("signalman").toString()));
    }

    @Test
    @Tag("on-postgresql")
    void soIsADumpOfPostgresql() throws Exception {
        var database = TestDatabase.POSTGRES.fresh();
        restore(database);
        goesOn(database);
    }

    private static void restore(DatabaseAddress database) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(new String(kept(".sql"), StandardCharsets.UTF_8));
        }
    }
}
