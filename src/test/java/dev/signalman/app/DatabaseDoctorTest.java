package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.harness.FreePort;
import dev.signalman.storage.Database;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor reads in a database of this or another version. */
@Tag("long")
final class DatabaseDoctorTest {
    private static final String TABLES = "database tables: ";

    private DoctorEnvironment doctorEnvironment;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        doctorEnvironment = new DoctorEnvironment(folder);
        doctorEnvironment.database = TestDatabase.POSTGRES.whole();
    }

    @AfterEach
    void end() throws IOException {
        doctorEnvironment.close();
    }

    private Bot bot(String id) throws IOException, FaultyConfigurationException {
        doctorEnvironment.set("PORT", Integer.toString(FreePort.next()));
        return Bot.start(doctorEnvironment.configuration(), doctorEnvironment.clock, () -> id, List.of());
    }

    private void where(String sql) throws IOException, FaultyConfigurationException {
        try (var database = Database.look(doctorEnvironment.configuration().database())) {
            database.jdbi().useHandle(handle -> assertThat(handle.execute(sql)).isPositive());
        }
    }

    private void says(String line) throws Exception {
        assertThat(doctorEnvironment.doctor()).anyMatch(each -> each.startsWith(line));
    }

    @Test
    void anEmptyDatabaseIsNoFault() throws Exception {
        doctorEnvironment.database = TestDatabase.POSTGRES.fresh();
        says("OK: " + TABLES + "None yet. serve updates them on start.");
    }

    @Test
    void tablesOfAnOlderVersionAreBroughtUpToDate() throws Exception {
        where("delete from flyway_schema_history where version ="
                + " (select max(version) from flyway_schema_history)");
        says("OK: " + TABLES + "They are from an older version. serve updates them on start.");
    }

    @Test
    void tablesOfANewerVersionAreWorthALook() throws Exception {
        where(
                "insert into flyway_schema_history select 9999, '299912312359', 'later', type, 'V299912312359__later.sql',"
                        + " checksum, installed_by, installed_on, execution_time, success from flyway_schema_history"
                        + " where installed_rank = 1");
        says("Warning: " + TABLES
                + "They were created by a newer version of Signalman. Run the same version everywhere.");
    }

    @Test
    void aChangeThatBrokeInTheMiddleIsWrong() throws Exception {
        where("update flyway_schema_history set success = false where installed_rank = 1");
        says("Error: " + TABLES + "A migration of the tables failed halfway. Restore the backup");
    }

    @Test
    void cardsThatWereGivenUpAreToldWithSlacksWord() throws Exception {
        where(
                "insert into cards (card_key, kind, channel, user_id, replaces, body, blocks, plain, armed, wanted, shown,"
                        + " attempts, gave_up, made_at) values ('k', 'MESSAGE', 'C0BUILDS', '', false, '', '', false, false, 1, 0, 1,"
                        + " 'is_archived', now())");
        says("Warning: unsent cards: 1 could not be posted within the last day. Slack's latest reason: "
                + "is_archived. Most often the channel is archived, or Signalman was removed from it.");
    }

    @Test
    void cardsThatPileUpAreWorthALook() throws Exception {
        where("insert into cards (card_key, kind, channel, user_id, replaces, lane, body, blocks, plain, armed, wanted,"
                + " shown, attempts, made_at) select 'k' || n, 'x', 'C0BUILDS', '', false, 'C0BUILDS', '', '', false, false,"
                + " 1, 0, 0, now() from generate_series(1, 21) n");
        says("Warning: unsent cards: 21 waiting. Slack accepts one per second and channel. If the number "
                + "doesn't fall, check the log.");
    }

    @Test
    void whatNobodyWorksOnIsWorthALook() throws Exception {
        where("insert into inbox (id, user_id, user_name, channel, line, origin, ephemeral, taken, due_at, attempts)"
                + " values ('i', 'U0ALICE', 'Alice', 'C0BUILDS', 'help', 'typed', true, now() - interval '1 hour',"
                + " now() - interval '1 hour', 0)");
        says("Warning: queue: 1 waiting, the oldest for 60 minutes. Check that a bot is running, and " + "its log.");
        says("OK: last command from Slack: Received 60 minutes ago");
        says("Warning: last event from Slack: No mention, direct message, opened home tab or pasted link "
                + "within a week.");
    }

    @Test
    void botsThatShareItAreCountedAndOneThatWasKilledIsNot() throws Exception {
        var one = bot("one");
        var other = bot("other");
        try {
            says("OK: instances: 2 share the database.");
            other.abandon();
            says("OK: instances: One.");
        } finally {
            one.abandon();
        }
        says("OK: instances: None is running.");
    }
}
