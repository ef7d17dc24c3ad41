package dev.signalman.slack.outbound;

import static dev.signalman.slack.outbound.OutboundFixture.ALICE;
import static dev.signalman.slack.outbound.OutboundFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import dev.signalman.chat.RenderedCard;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.SlackFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlackMessengerTest {
    private static final RenderedCard RED = new RenderedCard("web failed", """
            [{"type":"section","block_id":"k:1","text":{"type":"plain_text","text":"žlutý 🚂 & <b>"}}]""");
    private static final RenderedCard PLAIN = new RenderedCard("Only words.", "[]");

    private final OutboundFixture at = new OutboundFixture();

    SlackMessengerTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> fails(Kind kind, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .asInstanceOf(type(MessengerException.class))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.THROWABLE);
    }

    @Test
    void aMessageStandsAsItWasDrawn() {
        var ts = at.messenger.post(BUILDS, null, RED).timestamp();

        assertThat(at.message(ts).text()).isEqualTo("web failed");
        assertThat(at.message(ts).blocks().toString()).contains("žlutý 🚂 & <b>");
        assertThat(at.called).containsExactly("chat.postMessage ok");
    }

    @Test
    void aMessageIsPostedInAThreadAndChanged() {
        var parent = at.messenger.post(BUILDS, null, RED).timestamp();
        var reply = at.messenger.post(BUILDS, parent, PLAIN).timestamp();
        at.messenger.update(BUILDS, parent, PLAIN);

        assertThat(at.message(reply).threadTs()).isEqualTo(parent);
        assertThat(at.message(parent).text()).isEqualTo("Only words.");
        assertThat(at.message(parent).blocks()).isEmpty();
    }

    @Test
    void aWhisperIsForOneAlone() {
        at.messenger.whisper(BUILDS, null, ALICE, PLAIN);

        assertThat(at.slack.visibleTo(ALICE, BUILDS))
                .singleElement()
                .satisfies(message -> assertThat(message.ephemeralFor()).isEqualTo(ALICE));
    }

    @Test
    void whatSlackRefusesIsToldInItsWords() {
        fails(Kind.NO_PLACE, () -> at.messenger.post("C0NOWHERE", null, PLAIN)).hasMessage("channel_not_found");
        fails(Kind.NO_MESSAGE, () -> at.messenger.update(BUILDS, "1.000001", PLAIN))
                .hasMessage("message_not_found");
        fails(
                        Kind.MALFORMED,
                        () -> at.messenger.post(
                                BUILDS, null, new RenderedCard("x", "[{\"type\":\"section\",\"text\":7}]")))
                .hasMessageStartingWith("invalid_blocks");
    }

    @Test
    void aScopeThatIsMissingIsNamed() throws IOException {
        try (var without = new OutboundFixture(AppInstallation.usual().granting(Set.of("commands")))) {
            assertThatThrownBy(() -> without.messenger.post(BUILDS, null, PLAIN))
                    .isInstanceOf(MessengerException.class)
                    .hasMessage("missing_scope; needed: chat:write");
        }
    }

    @Test
    void whatSlackSaysAtLengthIsCut() {
        at.slack.faults().next("chat.postMessage", new SlackFault.Refused("no".repeat(1_000)));

        assertThatThrownBy(() -> at.messenger.post(BUILDS, null, PLAIN))
                .message()
                .hasSize(600)
                .endsWith("…");
    }

    @Test
    void tooManyCallsSayHowLongToWait() {
        at.slack.faults().next("chat.postMessage", new SlackFault.RateLimited(17));

        assertThatThrownBy(() -> at.messenger.post(BUILDS, null, PLAIN))
                .asInstanceOf(type(MessengerException.class))
                .satisfies(limited -> {
                    assertThat(limited.kind()).isEqualTo(Kind.LIMITED);
                    assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(17));
                });
        assertThat(at.called).containsExactly("chat.postMessage limited");
    }

    @Test
    void aCallWhoseAnswerIsLostIsMadeOnce() {
        at.messenger.post(BUILDS, null, PLAIN); // so there is a kept connection that may be found dead and replaced
        at.slack.faults().next("chat.postMessage", new SlackFault.AnswerLost());

        fails(Kind.UNREACHABLE, () -> at.messenger.post(BUILDS, null, RED));

        assertThat(at.slack.messages(BUILDS)).hasSize(2);
    }

    @Test
    void aBrokenSlackIsUnreachable() {
        at.slack.faults().next("chat.update", new SlackFault.Http(503));
        at.slack.faults().next("chat.postMessage", new SlackFault.Refused("invalid_auth"));

        fails(Kind.UNREACHABLE, () -> at.messenger.update(BUILDS, "1.1", PLAIN)).hasMessageContaining("503");
        fails(Kind.NOT_ALLOWED, () -> at.messenger.post(BUILDS, null, PLAIN)).hasMessage("invalid_auth");
    }

    @Test
    void aResponseUrlIsUsedOnlyWhereItIsTrustedAndTheRefusalDoesNotShowIt() {
        fails(Kind.REFUSED, () -> at.messenger.respond("https://evil.example/hook", PLAIN, true))
                .hasMessageNotContaining("evil");
        assertThat(at.called).isEmpty();
    }

    @Test
    void aResponseUrlThatIsNoneIsUsedUpOrRefused() {
        at.slack.faults().next("response_url", new SlackFault.Http(500));
        var url = at.slack.apiUrl().replace("/api/", "/response/x");

        fails(Kind.UNREACHABLE, () -> at.messenger.respond(url, PLAIN, false)).hasMessageNotContaining("/response/");
    }
}
