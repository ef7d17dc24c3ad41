package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.DatabaseDump;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.McpAgent;
import dev.signalman.harness.SlackTransport;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A token is shown once, to its owner, and works as long as its owner may have agents. */
@Execution(ExecutionMode.CONCURRENT)
final class AgentTokensTest {
    private static final Map<String, String> WEB = Map.of("project", "web");
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static Dialogue open() throws IOException {
        return open(TestDatabase.ofDialogue());
    }

    private static Dialogue open(DatabaseAddress database) throws IOException {
        return Dialogue.over(
                SlackTransport.usual(),
                database,
                usual -> ConfigurationChanger.from(usual)
                        .access(new AccessRules(Map.of(AccessRules.ASK_BY_AGENT, List.of(ALICE))))
                        .configuration());
    }

    @Test
    @Tag("smoke")
    void itIsShownOnceAndFoundNowhereElse() throws Exception {
        var database = TestDatabase.ofDialogue();
        var asked = Collections.synchronizedList(new ArrayList<String>());
        try (var log = new LogLines();
                var bot = open(database)) {
            bot.slack().tap(asked::add);
            var token = McpAgent.token(bot, ALICE, "release-agent");
            assertThat(token).hasSize("signalman_agent_".length() + 43);
            McpAgent.of(bot, token).calls("status", WEB);
            assertThat(bot.asks(ALICE, "/semaphore agent-token revoke " + token).drawn())
                    .contains("You have no token for that agent.")
                    .doesNotContain(token);
            bot.asks(ALICE, "/semaphore status " + token);
            bot.untilAllIsDone();
            assertThat(bot.asks(ALICE, "/semaphore audit").drawn())
                    .contains("Created a token for the agent release-agent. It was shown to");
            assertThat(asked.stream().filter(body -> body.contains(token))).hasSize(1);
            assertThat(bot.slack().visibleTo(BOB, DEPLOYS)).isEmpty();
            assertThat(DatabaseDump.of(database)).contains("release-agent").doesNotContain(token);
            assertThat(log.all()).noneMatch(line -> line.contains(token));
        }
    }

    @Test
    void itsOwnerListsAndRevokesIt() throws Exception {
        try (var bot = open()) {
            var agent = McpAgent.of(bot, ALICE, "release-agent");
            assertThat(agent.calls("pipelines", WEB).status()).isEqualTo(200);
            assertThat(bot.asks(ALICE, "/semaphore agent-token create Release-Agent")
                            .drawn())
                    .contains("You already have a token for Release-Agent");
            var list = bot.asks(ALICE, "/semaphore agent-token");
            assertThat(list.drawn()).contains("*release-agent*", "created just now, last asked just now");
            bot.presses(ALICE, list, "Revoke release-agent");
            bot.answer(ALICE, "The token for release-agent is revoked");
            var refused = agent.calls("pipelines", WEB);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(bot.asks(ALICE, "/semaphore agent-token").drawn()).contains("You have no tokens for agents.");
            assertThat(bot.asks(ALICE, "/semaphore audit").drawn()).contains("agent-token revoke release-agent");
        }
    }

    @Test
    void theHomeTabAndTheDoctorShowIt() throws Exception {
        try (var bot = open()) {
            McpAgent.of(bot, ALICE, "release-agent");
            bot.slack().opensHome(ALICE);
            bot.until(
                    "the home tab shows it",
                    () -> bot.slack()
                            .home(ALICE)
                            .filter(view -> view.drawn().contains("release-agent")
                                    && view.drawn().contains("Revoke"))
                            .isPresent());
            assertThat(bot.asks(ALICE, "/semaphore doctor all").drawn())
                    .contains("OK  *agent tokens*: 1 token of 1 person, the oldest created just now.");
            bot.passes(Duration.ofDays(91));
            assertThat(bot.asks(ALICE, "/semaphore doctor all").drawn()).contains("1 not used for 90 days.");
        }
    }

    @Test
    void whoIsNotNamedGetsNone() throws Exception {
        try (var bot = open()) {
            assertThat(bot.asks(BOB, "/semaphore agent-token create mine").drawn())
                    .contains("Your agents can't use Signalman. Ask your Signalman admin");
        }
        try (var bot = Dialogue.start()) {
            assertThat(bot.asks(ALICE, "/semaphore agent-token create mine").drawn())
                    .contains("Agents can't use Signalman yet.");
            var call = McpAgent.of(bot, "signalman_agent_x").request(PING);
            assertThat(McpAgent.send(call).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void ofAnOwnerWhoBecomesAGuestOrLeavesItIsRefused() throws Exception {
        for (var changed : List.of(
                SimulatedPerson.member(ALICE, "Alice").as(SimulatedPerson.Standing.GUEST),
                SimulatedPerson.member(ALICE, "Alice").whenDeactivated())) {
            try (var bot = open()) {
                var agent = McpAgent.of(bot, ALICE, "release-agent");
                assertThat(agent.asks("ping", Map.of()).status()).isEqualTo(200);
                bot.slack().add(changed);
                bot.passes(Duration.ofMinutes(2));
                assertThat(agent.asks("ping", Map.of()).status()).isEqualTo(401);
            }
        }
    }

    @Test
    void ofAnOwnerWhomTheRuleNoLongerNamesItIsRefused() throws Exception {
        try (var bot = open()) {
            var agent = McpAgent.of(bot, ALICE, "release-agent");
            assertThat(agent.asks("ping", Map.of()).status()).isEqualTo(200);
            bot.rereads("access:", "  ask_by_agent: [" + BOB + "]");
            assertThat(agent.asks("ping", Map.of()).status()).isEqualTo(401);
            bot.rereads("poll_interval: PT1S");
            assertThat(agent.asks("ping", Map.of()).status()).isEqualTo(404);
        }
    }

    @Test
    void callsThatAreNoAgentsAreTurnedAway() throws Exception {
        try (var bot = open()) {
            var agent = McpAgent.of(bot, ALICE, "release-agent");
            assertThat(status(agent.request(PING))).isEqualTo(200);
            assertThat(status(agent.request(PING).setHeader("Authorization", "Bearer signalman_agent_wrong")))
                    .isEqualTo(401);
            assertThat(status(agent.request(PING).setHeader("Authorization", "Basic YTpi")))
                    .isEqualTo(401);
            assertThat(status(agent.request(PING).header("Origin", "https://evil.example")))
                    .isEqualTo(403);
            assertThat(status(agent.request(PING).header("Origin", "null"))).isEqualTo(403);
            assertThat(status(agent.request(PING).GET())).isEqualTo(405);
            assertThat(status(agent.request(PING).DELETE())).isEqualTo(405);
            assertThat(status(agent.request(PING).setHeader("Content-Type", "text/plain")))
                    .isEqualTo(415);
            assertThat(status(agent.request("\"" + "x".repeat(70_000) + "\""))).isEqualTo(413);
            assertThat(status(agent.request(PING).header("MCP-Protocol-Version", "1999-01-01")))
                    .isEqualTo(400);
            assertThat(status(agent.request("[" + PING + "]"))).isEqualTo(400);
            assertThat(status(agent.request("{"))).isEqualTo(400);
            assertThat(status(agent.request("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}")))
                    .isIn(200, 400);
            assertThat(status(agent.request(
                            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\",\"params\":{}}")))
                    .isEqualTo(202);
        }
    }

    private static int status(HttpRequest.Builder call) throws Exception {
        return McpAgent.send(call).statusCode();
    }

    @Test
    void aFloodIsToldToSlowDown() throws Exception {
        try (var bot = open()) {
            var agent = McpAgent.of(bot, ALICE, "release-agent");
            bot.until("it is too much", () -> agent.asks("ping", Map.of()).status() == 429);
            bot.passes(Duration.ofMinutes(1));
            assertThat(agent.asks("ping", Map.of()).status()).isEqualTo(200);
        }
    }
}
