package dev.signalman.slack.outbound;

import static dev.signalman.slack.outbound.OutboundFixture.ALICE;
import static dev.signalman.slack.outbound.OutboundFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.RenderedCard;
import dev.signalman.simulator.slack.SlackFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import okhttp3.FormBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented error code of each method, sent by the simulated Slack and classified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlackRefusalsTest {
    private static final RenderedCard SAYING = new RenderedCard("Only words.", "[]");

    private final RefusalTable table = RefusalTable.read();
    private final OutboundFixture at = new OutboundFixture();

    SlackRefusalsTest() throws IOException {}

    @AfterAll
    void close() {
        at.close();
    }

    Stream<String> methods() {
        return table.methods().stream();
    }

    @Test
    void theTableHasEveryMethodThatIsCalled() {
        var called = new ArrayList<>(
                Arrays.stream(SlackMethod.values()).map(SlackMethod::word).toList());
        called.add("response_url");
        assertThat(table.methods()).containsExactlyInAnyOrderElementsOf(called);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void eachWordIsTakenForWhatItConcerns(String method) {
        var found = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        table.of(method).forEach((word, kind) -> {
            at.slack.faults().next(method, new SlackFault.Refused(word));
            wanted.add(word + " " + kind);
            assertThatThrownBy(() -> call(method))
                    .as(word)
                    .asInstanceOf(type(MessengerException.class))
                    .satisfies(refused -> {
                        assertThat(refused.getMessage()).isEqualTo(word);
                        found.add(word + " " + refused.kind());
                    });
        });
        assertThat(found).containsExactlyElementsOf(wanted);
    }

    private void call(String method) {
        var view = JsonNodeFactory.instance.objectNode();
        switch (method) {
            case "chat.postMessage" -> at.messenger.post(BUILDS, null, SAYING);
            case "chat.update" -> at.messenger.update(BUILDS, "1.1", SAYING);
            case "chat.postEphemeral" -> at.messenger.whisper(BUILDS, null, ALICE, SAYING);
            case "response_url" ->
                at.messenger.respond(at.slack.apiUrl().replace("/api/", "/response/x"), SAYING, false);
            case "chat.unfurl" ->
                new SlackUnfurlAndHomeApi(at.web).unfurl(BUILDS, "1.1", "https://acme.semaphoreci.com/jobs/1", SAYING);
            case "views.publish" -> new SlackUnfurlAndHomeApi(at.web).publish(ALICE, "D1", SAYING);
            case "views.open" -> new Modals(at.web).open("trigger", view);
            case "views.update" -> new Modals(at.web).update("V1", "hash", view);
            default ->
                at.web.call(
                        Arrays.stream(SlackMethod.values())
                                .filter(each -> each.word().equals(method))
                                .findFirst()
                                .orElseThrow(),
                        new FormBody.Builder().build());
        }
    }
}
