package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be a token is taken out of a line before it is kept anywhere. */
class SecretRedactionTest {
    private static final String TOKEN = "Xy7-sEcret_tokEn";
    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "link T",
                "LINK T",
                " link   T ",
                "link\u00a0T",
                "link\nT",
                "\"link\" T",
                "“link T”",
                "link \"T",
                "link token=T",
                "link offer=T",
                "link because T",
                "link to T now",
                "link: T",
                "link=T",
                "linked T",
                "links T",
                "lnik T",
                "lik T",
                "unlink T",
                "unlnik T",
                "token T",
                "login T",
                "connect acme.semaphoreci.com T",
            })
    void whatFollowsAWordThatMayMeanLinkIsLeftOutAndAdvisedUpon(String typed) {
        var kept = invocation(typed.replace("T", TOKEN));
        assertThat(kept.line()).doesNotContain(TOKEN).endsWith(" " + SecretRedaction.LEFT_OUT);
        assertThatThrownBy(() -> grammar.read(kept.line()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("I didn't keep it.")
                .hasMessageContaining("reset it now")
                .hasMessageContaining("Nothing was changed");
        assertThat(kept.toString()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "link",
                " LINK ",
                "link .",
                "unlink",
                "help link",
                "link offer=3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
                "link offer=\"3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28\"",
                "lock production",
                "promote production because link is down",
                "",
                "!!",
                "https://acme.semaphoreci.com/jobs/1"
            })
    void everythingElseIsKeptAsItWasSaid(String typed) {
        assertThat(invocation(typed).line()).isEqualTo(typed);
    }

    @Test
    void noOtherVerbLosesAWord() {
        for (var verb : grammar.verbs()) {
            if (!verb.words().equals("link") && !verb.words().equals("unlink")) {
                assertThat(SecretRedaction.of(verb.words() + " x")).isEqualTo(verb.words() + " x");
                assertThat(SecretRedaction.of(verb.example())).isEqualTo(verb.example());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status T",
                "promote production web because T",
                "lock \"T\"",
                "agent-token revoke T",
                "approve 1 because my agent has T, see?"
            })
    void aTokenForAnAgentIsLeftOutWhereverItStands(String typed) {
        var token = SecretRedaction.AGENT_TOKEN + "Ab-3_xyZ0123456789";
        assertThat(invocation(typed.replace("T", token)).line())
                .doesNotContain("Ab-3_xyZ")
                .contains(SecretRedaction.LEFT_OUT);
    }

    @Test
    void theGrammarItselfQuotesNothingBehindLink() {
        for (var line : new String[] {"link " + TOKEN, "link offer=" + TOKEN, "unlink " + TOKEN}) {
            assertThatThrownBy(() -> grammar.read(line))
                    .isInstanceOf(Refusal.class)
                    .message()
                    .doesNotContain(TOKEN);
        }
    }

    private static Invocation invocation(String line) {
        return new Invocation(
                "i1",
                new Actor("U1", "Alice", null),
                Place.channel("C1"),
                line,
                new Origin.Typed(),
                Instant.EPOCH,
                null);
    }
}
