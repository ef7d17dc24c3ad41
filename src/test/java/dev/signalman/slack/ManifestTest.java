package dev.signalman.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.signalman.harness.Manifest;
import dev.signalman.slack.inbound.SlackEvent;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.SlackMethod;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The app that people install is the one that the program needs. */
final class ManifestTest {
    @Test
    void slackWouldTakeTheManifest() throws IOException {
        assertThat(schema().validate(Manifest.read())).isEmpty();
    }

    @Test
    void theOneSlashCommandIsTheOneThatIsAnswered() {
        assertThat(Manifest.read().path("features").path("slash_commands"))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.path("command").asText()).isEqualTo(SlackInbound.COMMAND);
                    assertThat(command.path("should_escape").asBoolean()).isTrue();
                    assertThat(command.path("url").asText()).endsWith("/slack/events");
                });
    }

    @Test
    void theTokenMayDoWhatIsCalledAndNothingElse() {
        var needed = new TreeSet<String>();
        Arrays.stream(SlackMethod.values()).map(SlackMethod::scopes).forEach(needed::addAll);
        Arrays.stream(SlackEvent.values()).map(SlackEvent::scopes).forEach(needed::addAll);
        needed.add("commands");

        assertThat(Manifest.scopes()).isEqualTo(needed);
    }

    @Test
    void slackSendsTheEventsThatAreAnsweredAndNoOthers() {
        var subscribed = new TreeSet<String>();
        var events = Manifest.read().path("settings").path("event_subscriptions");
        events.path("bot_events").forEach(each -> subscribed.add(each.asText()));

        assertThat(subscribed)
                .isEqualTo(Arrays.stream(SlackEvent.values())
                        .map(SlackEvent::word)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(events.path("request_url").asText()).endsWith("/slack/events");
    }

    private static JsonSchema schema() throws IOException {
        try (var schema = ManifestTest.class.getResourceAsStream("manifest/manifest.schema.2.0.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Objects.requireNonNull(schema));
        }
    }
}
