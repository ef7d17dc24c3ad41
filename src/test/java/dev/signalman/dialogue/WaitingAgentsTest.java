package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.McpAgent;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Agents that wait: none costs a thread, and none outlives its token. */
@Isolated("counts the threads of the process")
final class WaitingAgentsTest {
    private static final int MANY = 200;
    private static final int OF_A_TOKEN = 20;
    private static final int OTHER_THREADS = 10;

    private static Dialogue open() throws IOException {
        return Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .access(new AccessRules(Map.of(AccessRules.ASK_BY_AGENT, List.of(ALICE))))
                .promotions(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                        .with(new Approvals(
                                1,
                                List.of(RELEASE),
                                DEPLOYS,
                                Approvals.Notify.NONE,
                                false,
                                Approvals.USUAL_LIFE,
                                List.of())))))
                .configuration());
    }

    private static Map<String, Integer> requested(Dialogue bot, McpAgent agent) {
        bot.passed("web", "Round invoices");
        assertThat(agent.calls("request_promotion", Map.of("promotion", "production", "project", "web"))
                        .text())
                .contains("#1 is waiting for approval");
        return Map.of("request", 1);
    }

    /** Threads besides the pools of the client that asks and of the server, which are bounded whoever waits. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("HttpClient") && !name.startsWith("web-"))
                .toList();
    }

    @Test
    void aTokenThatIsRevokedEndsTheWait() throws Exception {
        try (var bot = open()) {
            var agent = McpAgent.of(bot, ALICE, "release-agent");
            var other = McpAgent.of(bot, ALICE, "other-agent");
            var request = requested(bot, agent);
            var waits = agent.begins("wait_for_request", request);
            var others = other.begins("wait_for_request", request);
            bot.says(ALICE, "/semaphore agent-token revoke release-agent");
            assertThat(waits.join().status()).isEqualTo(401);
            assertThat(others.isDone()).isFalse();
            bot.presses(BOB, bot.card("asks, for"), "Approve");
            assertThat(others.join()
                            .json()
                            .at("/result/structuredContent/state")
                            .asText())
                    .isEqualTo("deploying");
        }
    }

    @Test
    @Tag("long")
    void twoHundredWaitOnOneThread() throws Exception {
        try (var bot = open()) {
            var agents = new ArrayList<McpAgent>();
            for (int n = 0; n < MANY / OF_A_TOKEN; n++) {
                agents.add(McpAgent.of(bot, ALICE, "agent-" + n));
            }
            var request = requested(bot, agents.get(0));
            assertThat(agents.get(0).asks("ping", Map.of()).status()).isEqualTo(200);
            var before = threads();
            var waits = new ArrayList<CompletableFuture<McpAgent.Said>>();
            for (var agent : agents) {
                for (int n = 0; n <= OF_A_TOKEN; n++) {
                    waits.add(agent.begins("wait_for_request", request));
                }
            }
            bot.until(
                    "of each token one is too many",
                    () -> waits.stream().filter(CompletableFuture::isDone).count() == agents.size());
            assertThat(threads()).hasSizeLessThan(before.size() + OTHER_THREADS);
            var tooMany = waits.stream().filter(CompletableFuture::isDone).toList();
            assertThat(tooMany).allMatch(each -> each.join().text().contains("Too many calls are waiting"));
            var held = waits.stream().filter(each -> !each.isDone()).toList();
            assertThat(held).hasSize(MANY);
            bot.presses(BOB, bot.card("asks, for"), "Approve");
            for (var wait : held) {
                assertThat(wait.join()
                                .json()
                                .at("/result/structuredContent/state")
                                .asText())
                        .isEqualTo("deploying");
            }
        }
    }

    @Test
    void whenTheBotStopsTheyAreToldToComeBack() throws Exception {
        var bot = open();
        var agent = McpAgent.of(bot, ALICE, "release-agent");
        var waits = agent.begins("wait_for_request", requested(bot, agent));
        assertThat(agent.asks("ping", Map.of()).status()).isEqualTo(200);
        assertThat(waits.isDone()).isFalse();
        bot.close();
        assertThat(waits.join().status()).isEqualTo(503);
    }
}
