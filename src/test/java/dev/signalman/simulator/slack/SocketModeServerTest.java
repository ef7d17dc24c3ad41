package dev.signalman.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated Slack's side of Socket Mode. */
final class SocketModeServerTest {
    private static final String ALICE = SlackFixture.ALICE;
    private static final String BUILDS = SlackFixture.BUILDS;

    private final HttpClient client = HttpClient.newHttpClient();
    private final SlackFixture at = new SlackFixture(AppInstallation.usual().overSockets());

    SocketModeServerTest() throws Exception {}

    @AfterEach
    void close() {
        at.close();
    }

    @ParameterizedTest
    @CsvSource({
        "xapp-simulated-app-token, ''",
        "xoxb-simulated-bot-token, not_allowed_token_type",
        "xapp-another, invalid_auth",
        "'', not_authed"
    })
    void onlyTheAppLevelTokenOpensASocket(String token, String error) throws Exception {
        var answer = open(at, token);
        assertThat(answer.path("error").asText()).isEqualTo(error);
        assertThat(answer.path("ok").asBoolean()).isEqualTo(error.isEmpty());
    }

    @Test
    void theAppLevelTokenDoesNothingElseAndCountsInTheHeaderAlone() throws Exception {
        var token = at.slack.app().sockets().appToken();
        assertThat(at.methods(token).authTest(r -> r).getError()).isEqualTo("not_allowed_token_type");
        var body = post(at, "", "token=" + token);
        assertThat(body.path("error").asText()).isEqualTo("not_authed");
    }

    @Test
    void whatTheAppLacksIsNamed() throws Exception {
        var scopeless = new SocketModeSettings("xapp-none", Set.of(), true);
        try (var other = new SlackFixture(AppInstallation.usual().over(scopeless))) {
            assertThat(open(other, "xapp-none").path("needed").asText()).isEqualTo("connections:write");
        }
        try (var other = new SlackFixture(AppInstallation.usual())) {
            var token = other.slack.app().sockets().appToken();
            assertThat(open(other, token).path("error").asText()).isEqualTo("socket_mode_not_enabled");
        }
    }

    @Test
    void openingIsLimitedLikeEveryMethod() throws Exception {
        for (int i = 0; i < 10; i++) {
            address();
        }
        assertThat(open(at, at.slack.app().sockets().appToken()).path("error").asText())
                .isEqualTo("ratelimited");
    }

    @Test
    void anAddressIsGoodOnceAndTheFirstWordIsHello() throws Exception {
        var address = address();
        var bot = connect(address);
        assertThat(bot.first().path("type").asText()).isEqualTo("hello");
        assertThat(bot.first().path("num_connections").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> connect(address)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void aCommandIsAnEnvelopeWhoseAcknowledgementMaySpeak() throws Exception {
        var bot = connected();
        bot.answers = envelope -> ",\"payload\":{\"text\":\"in a moment\"}";
        var delivery = at.slack.says(ALICE, BUILDS, "/semaphore status web");

        assertThat(delivery.taken()).isTrue();
        assertThat(bot.last().path("type").asText()).isEqualTo("slash_commands");
        assertThat(bot.last().path("accepts_response_payload").asBoolean()).isTrue();
        assertThat(bot.last().at("/payload/text").asText()).isEqualTo("status web");
        assertThat(at.last(BUILDS).text()).isEqualTo("in a moment");
        assertThat(at.bot.received()).isEmpty();
    }

    @Test
    void aPressIsInteractive() throws Exception {
        var bot = connected();
        var card = at.posted(BUILDS, SlackFixture.BUTTONS);
        at.slack.presses(ALICE, card, "Rerun");

        assertThat(bot.last().path("type").asText()).isEqualTo("interactive");
        assertThat(bot.last().at("/payload/actions/0/value").asText()).isEqualTo("rerun web");
    }

    @Test
    void anEventThatIsNotAcknowledgedComesAgainWithItsAttempt() throws Exception {
        var bot = connected();
        at.slack.waitsForAnswers(Duration.ofMillis(300));
        bot.answers = envelope -> null;
        var first = at.slack.writes(ALICE, BUILDS, "@signalman status").orElseThrow();
        assertThat(first.error()).isEqualTo("operation_timeout");
        var id = bot.last().path("envelope_id").asText();
        bot.answers = envelope -> ",\"payload\":{\"text\":\"not heard\"}";
        assertThat(at.slack.retriesEvents()).singleElement().matches(SlackDelivery::taken);

        assertThat(bot.last().path("type").asText()).isEqualTo("events_api");
        assertThat(bot.last().path("retry_attempt").asInt()).isEqualTo(1);
        assertThat(bot.last().path("retry_reason").asText()).isEqualTo("timeout");
        assertThat(bot.last().path("envelope_id").asText()).isNotEqualTo(id);
        assertThat(bot.last().at("/payload/event/type").asText()).isEqualTo("app_mention");
        assertThat(at.slack.visibleTo(ALICE, BUILDS))
                .noneMatch(each -> each.text().contains("not heard"));
    }

    @Test
    void withoutAConnectionSlackSaysThatItFailed() {
        assertThat(at.slack.says(ALICE, BUILDS, "/semaphore status").error()).isEqualTo("dispatch_failed");
        assertThat(at.slack.errors()).hasSize(1);
    }

    @Test
    void anAcknowledgementCountsOnlyOverTheConnectionOfItsEnvelope() throws Exception {
        at.slack.waitsForAnswers(Duration.ofMillis(300));
        var one = connected();
        var other = connected();
        one.answers = envelope -> null;
        one.onEnvelope = envelope -> other.say("{\"envelope_id\":\"" + envelope + "\"}");
        assertThat(at.slack.says(ALICE, BUILDS, "/semaphore one").error()).isEqualTo("operation_timeout");
        assertThat(at.slack.says(ALICE, BUILDS, "/semaphore two").taken()).isTrue();
        assertThat(other.last().at("/payload/text").asText()).isEqualTo("two");
    }

    @Test
    void anEleventhConnectionIsOneTooMany() throws Exception {
        at.slack.limits().kept(false);
        for (int i = 0; i < 10; i++) {
            connected();
        }
        var late = connect(address());
        assertThat(late.first().path("reason").asText()).isEqualTo("too_many_websockets");
        assertThat(at.slack.sockets().open()).isEqualTo(10);
    }

    @Test
    void slackSaysGoodbyeBeforeItCloses() throws Exception {
        var bot = connected();
        at.slack.sockets().warn();
        await().until(() -> bot.last().path("reason").asText().equals("warning"));
        assertThat(at.slack.says(ALICE, BUILDS, "/semaphore status").taken()).isTrue();
        at.slack.sockets().refresh(Duration.ofMillis(100));
        await().until(() -> bot.last().path("reason").asText().equals("refresh_requested"));
        await().until(() -> at.slack.sockets().open() == 0);
        connected();
        at.slack.sockets().disable(true);
        await().until(() -> at.slack.sockets().open() == 0);
        assertThat(open(at, at.slack.app().sockets().appToken()).path("error").asText())
                .isEqualTo("socket_mode_not_enabled");
    }

    private static JsonNode open(SlackFixture at, String token) throws Exception {
        return post(at, token, "");
    }

    private static JsonNode post(SlackFixture at, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(at.slack.apiUrl() + "apps.connections.open"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return SlackJson.parse(HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.ofString())
                        .body())
                .orElseThrow();
    }

    private URI address() throws Exception {
        return URI.create(
                open(at, at.slack.app().sockets().appToken()).path("url").asText());
    }

    private Bot connected() throws Exception {
        return connect(address());
    }

    private Bot connect(URI address) throws Exception {
        var bot = new Bot();
        bot.socket = client.newWebSocketBuilder().buildAsync(address, bot).get();
        await().until(() -> !bot.heard.isEmpty());
        return bot;
    }

    /** A bot that acknowledges everything, or as scripted. */
    private static final class Bot implements WebSocket.Listener {
        final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final StringBuilder parts = new StringBuilder();
        volatile Function<JsonNode, @Nullable String> answers = envelope -> "";
        volatile Consumer<String> onEnvelope = id -> {};
        volatile @Nullable WebSocket socket;

        JsonNode first() {
            return heard.get(0);
        }

        JsonNode last() {
            return heard.get(heard.size() - 1);
        }

        void say(String text) {
            var unused = Objects.requireNonNull(socket).sendText(text, true);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            parts.append(text);
            if (last) {
                var message = SlackJson.parse(parts.toString()).orElseThrow();
                parts.setLength(0);
                heard.add(message);
                var id = message.path("envelope_id").asText();
                if (!id.isEmpty()) {
                    onEnvelope.accept(id);
                    var more = answers.apply(message);
                    if (more != null) {
                        var unused = socket.sendText("{\"envelope_id\":\"" + id + "\"" + more + "}", true);
                    }
                }
            }
            socket.request(1);
            return null;
        }
    }
}
