package dev.signalman.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.signalman.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class MountedSlackTest {
    @Test
    void itSharesAServerUnderAPrefix() throws Exception {
        var slack = new SimulatedSlack(new SlackTestClock(), AppInstallation.usual());
        slack.add(SimulatedPerson.member("U0ALICE", "Alice"));
        slack.add(Conversation.open("C0BUILDS", "builds", "U0ALICE", "U0SIGNALMAN"));
        try (var bot = new ScriptedBot();
                var server = WebServer.start(0, slack.routes("/slack-sim"))) {
            slack.servedAt("http://127.0.0.1:" + server.port() + "/slack-sim");
            slack.botAt(bot.address());
            var config = new SlackConfig();
            config.setMethodsEndpointUrlPrefix(slack.apiUrl());
            config.setStatsEnabled(false);
            var client = Slack.getInstance(config);
            client.methods(slack.app().botToken())
                    .chatPostMessage(r -> r.channel("C0BUILDS").text("hello"));
            client.close();
            slack.says("U0ALICE", "C0BUILDS", "/semaphore help");
            SlackFixture.respond(bot.field("response_url"), "{\"text\":\"there\"}");

            var state = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/simulator/slack"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();

            assertThat(slack.apiUrl()).endsWith("/slack-sim/api/");
            assertThat(SlackJson.parse(state).orElseThrow().findValuesAsText("drawn"))
                    .containsExactly("hello", "there");
            assertThat(state)
                    .doesNotContain(slack.app().botToken())
                    .doesNotContain(slack.app().signingSecret());
        }
    }
}
