package dev.signalman.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.signalman.harness.Manifest;
import dev.signalman.harness.SlackTransport;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.slack.inbound.SlackEvent;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.SlackMethod;
import dev.signalman.slack.outbound.SlackScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests request exactly what the program needs. */
final class ManifestTest {
    @ParameterizedTest
    @EnumSource
    void slackWouldTakeTheManifest(SlackTransport transport) throws IOException {
        assertThat(schema().validate(Manifest.of(transport).content())).isEmpty();
    }

    @Test
    void theOneSlashCommandIsTheOneThatIsAnswered() {
        assertThat(Manifest.of(SlackTransport.HTTP).content().path("features").path("slash_commands"))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.path("command").asText()).isEqualTo(SlackInbound.COMMAND);
                    assertThat(command.path("should_escape").asBoolean()).isTrue();
                    assertThat(command.path("url").asText()).endsWith("/slack/events");
                });
    }

    @Test
    void overASocketItIsTheSameAppWithoutAnAddress() {
        var socket = Manifest.of(SlackTransport.SOCKET).content();
        assertThat(socket.path("settings").path("socket_mode_enabled").asBoolean())
                .isTrue();
        assertThat(socket.findValues("url")).isEmpty();
        assertThat(socket.findValues("request_url")).isEmpty();
        assertThat(socket.findValues("message_menu_options_url")).isEmpty();

        var http = Manifest.of(SlackTransport.HTTP).content();
        http.findParents("url").forEach(each -> ((ObjectNode) each).remove("url"));
        http.findParents("request_url").forEach(each -> ((ObjectNode) each).remove("request_url"));
        http.findParents("message_menu_options_url")
                .forEach(each -> ((ObjectNode) each).remove("message_menu_options_url"));
        http.findParents("socket_mode_enabled").forEach(each -> ((ObjectNode) each).put("socket_mode_enabled", true));
        assertThat(socket).isEqualTo(http);
    }

    @Test
    void slackIsToldWhereToSendPressesAndFormsAndWhereToAskForOptions() {
        var interactivity =
                Manifest.of(SlackTransport.HTTP).content().path("settings").path("interactivity");
        assertThat(interactivity.path("is_enabled").asBoolean()).isTrue();
        assertThat(interactivity.path("request_url").asText()).endsWith("/slack/events");
        assertThat(interactivity.path("message_menu_options_url").asText()).endsWith("/slack/events");
    }

    @Test
    void theTokenMayDoWhatIsCalledAndNothingElse() {
        var needed = new TreeSet<String>();
        Arrays.stream(SlackMethod.values()).map(SlackMethod::scopes).forEach(needed::addAll);
        Arrays.stream(SlackEvent.values()).map(SlackEvent::scopes).forEach(needed::addAll);
        needed.add("commands");

        assertThat(Manifest.of(SlackTransport.HTTP).scopes()).isEqualTo(needed);
        assertThat(AppInstallation.usual().scopes()).as("what the demo grants").isEqualTo(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.yml", "manifest.socket.yml"})
    void ofEachScopeAndEventThePersonWhoInstallsReadsWhatItIsFor(String file) throws IOException {
        var text = Files.readString(Path.of(file));
        var listed = Stream.of("    bot:\n", "    bot_events:\n")
                .flatMap(list -> text.substring(text.indexOf(list) + list.length())
                        .lines()
                        .takeWhile(line -> line.startsWith("      - ")))
                .toList();

        assertThat(listed).hasSize(SlackScope.values().length + SlackEvent.values().length);
        assertThat(listed).allMatch(line -> line.matches("      - \\S+ # .{10,}"));
    }

    @Test
    void doctorKnowsWhatEachScopeIsFor() {
        assertThat(SlackScope.values())
                .extracting(SlackScope::word)
                .containsExactlyInAnyOrderElementsOf(
                        Manifest.of(SlackTransport.HTTP).scopes());
    }

    @Test
    void theOneShortcutIsTheOneThatIsAnswered() {
        assertThat(Manifest.of(SlackTransport.HTTP).content().path("features").path("shortcuts"))
                .singleElement()
                .satisfies(shortcut -> {
                    assertThat(shortcut.path("callback_id").asText()).isEqualTo(SlackInbound.ACT_ON_PIPELINE);
                    assertThat(shortcut.path("type").asText()).isEqualTo("message");
                });
    }

    @Test
    void slackSendsTheEventsThatAreAnsweredAndNoOthers() {
        var subscribed = new TreeSet<String>();
        var events = Manifest.of(SlackTransport.HTTP).content().path("settings").path("event_subscriptions");
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
