package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.McpAgent;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The client of the protocol's own library, which an agent would use, from its greeting to the deploy. */
final class McpClientTest {
    private static McpSyncClient client(Dialogue bot, String token) {
        var json = new JacksonMcpJsonMapper(new ObjectMapper());
        var transport = HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + bot.port())
                .endpoint("/mcp")
                .jsonMapper(json)
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                .build();
        return McpClient.sync(transport)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
                .requestTimeout(Duration.ofSeconds(60))
                .build();
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    @Test
    void itGreetsListsAsksAndWaits() throws Exception {
        try (var bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .access(new AccessRules(Map.of(AccessRules.ASK_BY_AGENT, List.of(ALICE))))
                .promotions(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                        .with(new Approvals(
                                2,
                                List.of(RELEASE),
                                DEPLOYS,
                                Approvals.Notify.NONE,
                                false,
                                Approvals.USUAL_LIFE,
                                List.of())))))
                .configuration())) {
            var token = McpAgent.token(bot, ALICE, "release-agent");
            try (var stranger = client(bot, "signalman_agent_unknown")) {
                assertThatThrownBy(stranger::initialize).isNotNull();
            }
            try (var client = client(bot, token)) {
                var greeting = client.initialize();
                assertThat(greeting.serverInfo().name()).isEqualTo("signalman");
                assertThat(greeting.instructions()).contains("people decide");
                assertThat(client.listTools().tools())
                        .extracting(Tool::name)
                        .containsExactlyInAnyOrder(
                                "status",
                                "pipelines",
                                "logs",
                                "why",
                                "deploys",
                                "history",
                                "request_promotion",
                                "wait_for_request");
                bot.passed("web", "Round invoices");
                assertThat(text(call(client, "status", Map.of("project", "web"))))
                        .contains("Round invoices");
                var asked = call(client, "request_promotion", Map.of("promotion", "production", "project", "web"));
                assertThat(asked.isError()).isFalse();
                assertThat(text(asked)).contains("#1 is waiting for approval");
                var waits = CompletableFuture.supplyAsync(() -> call(client, "wait_for_request", Map.of("request", 1)));
                var card = bot.card("release-agent", "asks, for");
                bot.presses(BOB, card, "Approve");
                bot.presses(CAROL, card, "Approve");
                assertThat(waits.join().structuredContent().toString()).contains("state=deploying");
                bot.becomes(card, "is deploying to *production*");
                assertThat(bot.semaphore().promotions("web")).containsExactly("production");
            }
        }
    }
}
