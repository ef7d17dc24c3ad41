package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.simulator.semaphore.SimulatedAgent;
import dev.signalman.storage.DatabaseAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Creating, disabling and deleting self-hosted agent types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
final class AgentsTest {
    private static final Pattern TOKEN = Pattern.compile("`([^`\\s]{12,})`");

    private final AtomicReference<DatabaseAddress> database = new AtomicReference<>();
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.configured(this::rememberingTheDatabase);
    }

    private Configuration rememberingTheDatabase(Configuration usual) {
        database.set(usual.database());
        return usual;
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @Test
    @Tag("once") // it reads H2's own script of the database
    void theTokenOfANewTypeIsSeenByItsCreatorAloneAndKeptNowhere() throws Exception {
        try (var log = new LogLines()) {
            bot.says(CAROL, "/semaphore agents create s1-linux");
            bot.card("*Carol* created the agent type `s1-linux`");
            var secret = bot.answer(CAROL, "Registration token of", "s1-linux");
            var found = TOKEN.matcher(secret.drawn());
            assertThat(found.find()).isTrue();
            var token = found.group(1);
            assertThat(bot.messages(DEPLOYS))
                    .filteredOn(message -> message.drawn().contains(token)
                            || message.text().contains(token)
                            || message.blocks().toString().contains(token))
                    .extracting(message -> message.ephemeralFor())
                    .containsExactly(CAROL);
            assertThat(log.all()).noneMatch(line -> line.contains(token));
            assertThat(dump()).anyMatch(line -> line.contains("s1-linux")).noneMatch(line -> line.contains(token));
        }
    }

    private List<String> dump() throws SQLException {
        var address = database.get();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var script = connection.createStatement().executeQuery("SCRIPT")) {
            var lines = new ArrayList<String>();
            while (script.next()) {
                lines.add(script.getString(1));
            }
            return lines;
        }
    }

    @Test
    void whoIsNotInTheGroupIsRefused() {
        bot.says(ALICE, "/semaphore agents create s1-alice");
        bot.answer(ALICE, "Only platform can use \"agents create\"");
        assertThat(bot.semaphore().agentTypes()).doesNotContain("s1-alice");
    }

    @Test
    void idleAgentsOrAllOfThemAreDisabled() {
        bot.says(CAROL, "/semaphore agents create s1-arm");
        bot.card("*Carol* created the agent type `s1-arm`");
        bot.semaphore().connectAgents("s1-arm", 2, 1);
        bot.says(CAROL, "/semaphore agents disable s1-arm");
        bot.card("*Carol* disabled the idle agents of `s1-arm`");
        assertThat(bot.semaphore().agents("s1-arm")).isEqualTo(1);
        bot.says(CAROL, "/semaphore agents disable s1-arm all");
        bot.card("*Carol* disabled all agents of `s1-arm`");
        assertThat(bot.semaphore().agents("s1-arm")).isZero();
    }

    @Test
    void eachAgentIsShownWithWhatItSaysOfItselfCutAndLiteral() {
        bot.semaphore().connectAgents("s1-each", 1, 1);
        bot.semaphore().reading((organization, now) -> {
            organization
                    .agentTypes()
                    .connect(
                            "s1-each",
                            SimulatedAgent.of("s1-odd", false, now.plusSeconds(1))
                                    .saying("<!channel> *host*" + "x".repeat(100), "v9")
                                    .disabled(now));
            return true;
        });
        var shown = bot.asks(ALICE, "/semaphore agents show s1-each");
        assertThat(shown.drawn())
                .contains("*s1-each*  3 agents connected")
                .containsSubsequence(
                        "`s1-each-1`  idle · on `host-of-s1-each-1` · version v2.4.0 · connected since",
                        "`s1-each-2`  running a job",
                        "`s1-odd`  idle, disabled · on `<!channel> *host*xxx",
                        "x…` · version v9")
                .doesNotContain("x".repeat(61), "more in Semaphore");
    }

    @Test
    void ofManyAgentsTheFirstAreShownAndTheOthersCounted() {
        bot.semaphore().connectAgents("s1-many", 60, 1);
        assertThat(bot.asks(ALICE, "/semaphore agents show s1-many").drawn())
                .contains("`s1-many-20`", "41 more in Semaphore.")
                .doesNotContain("`s1-many-21`");
        assertThat(bot.semaphore().calls())
                .filteredOn(call -> call.path().equals("/agents"))
                .hasSize(1);
    }

    @Test
    void disablingAllIsAskedWithWhatItDoesToRunningJobs() {
        bot.semaphore().connectAgents("s1-busy", 1, 2);
        bot.says(CAROL, "/semaphore agents show s1-busy");
        var press = bot.slack().presses(CAROL, bot.answer(CAROL, "s1-busy", "[Disable all]"), "Disable all");
        assertThat(press.question()).contains("Jobs they are running are stopped.");
    }

    @Test
    void aTypeWithAgentsIsNotOfferedForDeletionAndNotDeleted() {
        bot.semaphore().connectAgents("s1-used", 1, 0);
        assertThat(bot.asks(CAROL, "/semaphore agents show s1-used").buttons()).doesNotContain("Delete");
        bot.semaphore().forgetCalls();
        assertThat(bot.asks(CAROL, "/semaphore agents delete s1-used").drawn())
                .contains(
                        "Semaphore only deletes types without agents. Disable them, wait until they're gone, then delete.",
                        "Nothing was changed");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void aTypeIsDeletedByAButtonThatAsksAndNotByOthers() {
        bot.says(CAROL, "/semaphore agents create s1-old");
        bot.card("*Carol* created the agent type `s1-old`");
        bot.says(BOB, "/semaphore agents show s1-old");
        var shown = bot.answer(BOB, "s1-old", "[Delete]");
        bot.presses(BOB, shown, "Delete");
        bot.answer(BOB, "Only platform can use \"agents delete\"");
        assertThat(bot.semaphore().agentTypes()).contains("s1-old");
        bot.says(CAROL, "/semaphore agents show s1-old");
        var press = bot.slack().presses(CAROL, bot.answer(CAROL, "s1-old", "[Delete]"), "Delete");
        assertThat(press.question()).contains("is deleted, and its registration token stops working.");
        press.confirm();
        bot.card("*Carol* deleted the agent type `s1-old`");
        assertThat(bot.semaphore().agentTypes()).doesNotContain("s1-old");
    }
}
