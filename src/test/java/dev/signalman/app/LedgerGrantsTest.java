package dev.signalman.app;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.ClosedDatabaseException.Kind;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The README's PostgreSQL grants: the bot works with them, and cannot change its ledger. */
@Tag("long")
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LedgerGrantsTest {
    private static final String SECTION = "### A ledger that not even the bot can change";
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private String server = "";

    @BeforeAll
    void setUp() throws IOException, SQLException {
        var admin = TestDatabase.POSTGRES.fresh().jdbcUrl();
        server = Pattern.compile("localhost:\\d+")
                .matcher(admin)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        var section = Files.readString(Path.of("README.md"));
        section = section.substring(section.indexOf(SECTION));
        var blocks = SQL.matcher(section.substring(0, section.indexOf("\n## ")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSize(2);

        execute(admin, blocks.get(0));
        assertThatThrownBy(() -> Database.open(bots(), List.of(MigrateCommand.ALL)))
                .isInstanceOfSatisfying(
                        ClosedDatabaseException.class,
                        closed -> assertThat(closed.kind()).isEqualTo(Kind.NOT_OURS));
        migrates();
        execute(url("signalman_owner"), blocks.get(1));
    }

    private void migrates() {
        var out = new StringWriter();
        var environment = Map.of("DATABASE_URL", "postgres://signalman_owner:choose-one@" + server + "/signalman");
        assertThat(new CommandLine(new MigrateCommand(environment))
                        .setOut(new PrintWriter(out, true))
                        .execute())
                .isZero();
        assertThat(out.toString()).contains("The tables are up to date.");
    }

    private String url(String login) {
        return "jdbc:postgresql://" + server + "/signalman?user=" + login;
    }

    private DatabaseAddress bots() {
        return DatabaseAddress.read("postgres://signalman:choose-another@" + server + "/signalman");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var each : sql.split(";", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }

    private int audit(String verb) {
        return new CommandLine(new AuditCommand(
                        Map.of("DATABASE_URL", "postgres://signalman:choose-another@" + server + "/signalman")))
                .setOut(new PrintWriter(new StringWriter(), true))
                .execute(verb);
    }

    @Test
    void theBotWorksAndWritesItsLedger() throws Exception {
        try (var bot = Dialogue.start(new Policies(List.of()), bots())) {
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore use web");
            bot.card("Alice set this channel's default project");
            bot.says(ALICE, "/semaphore promote production");
            bot.card("Promoted to production by Alice");
            bot.says(ALICE, "/semaphore subscribe web");
            bot.card("Alice subscribed this channel");
            bot.asks(ALICE, "/semaphore stop web@nowhere");
            bot.untilAllIsDone();
            assertThat(bot.asks(ALICE, "/semaphore audit").drawn())
                    .contains("`use web`", "`promote production pipeline ");
        }
        assertThat(audit("verify")).isZero();
        migrates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger set line = 'x'",
                "delete from ledger",
                "truncate ledger",
                "drop table ledger",
                "alter table ledger add column x int",
                "alter table ledger disable trigger all",
                "create trigger x before insert on ledger execute function suppress_redundant_updates_trigger()",
                "create rule x as on insert to ledger do instead nothing",
                "delete from ledger_head",
                "insert into ledger_head values (1, 0, '')",
                "update flyway_schema_history set success = false",
                "create table public.ledger2 (x int)",
                "alter default privileges for role signalman_owner grant all on tables to signalman",
                "set role signalman_owner"
            })
    void theBotsLoginMayNot(String sql) {
        assertThatThrownBy(() -> execute(url("signalman"), sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState())
                                .as(refused.getMessage())
                                .isEqualTo("42501"));
    }
}
