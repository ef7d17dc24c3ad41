package dev.signalman.slack.inbound;

import static dev.signalman.slack.inbound.InboundFixture.NOW;
import static dev.signalman.slack.inbound.InboundFixture.call;
import static dev.signalman.slack.inbound.InboundFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalman.simulator.SettableClock;
import dev.signalman.slack.inbound.RequestVerifier.Verdict;
import dev.signalman.web.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestVerifierTest {
    /** The body of the example that Slack's own documentation works through with this secret. */
    private static final String EXAMPLE = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F"
            + "397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private final SettableClock clock = new SettableClock(NOW);
    private final RequestVerifier verifier = new RequestVerifier(InboundFixture.SECRET, clock);

    private Verdict verify(String body, long timestamp) {
        return verifier.verify(call(body, Long.toString(timestamp), signature(body, timestamp)));
    }

    private static long secondsFromNow(long seconds) {
        return NOW.plusSeconds(seconds).getEpochSecond();
    }

    @Test
    void slacksOwnExampleIsGenuine() {
        clock.set(Instant.ofEpochSecond(1_531_420_618));
        var signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

        assertThat(verifier.verify(call(EXAMPLE, "1531420618", signature))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void fiveMinutesOldOrEarlyIsGenuineAndASecondMoreIsStale() {
        assertThat(verify("a", secondsFromNow(-300))).isEqualTo(Verdict.GENUINE);
        assertThat(verify("a", secondsFromNow(300))).isEqualTo(Verdict.GENUINE);
        assertThat(verify("a", secondsFromNow(-301))).isEqualTo(Verdict.STALE);
        assertThat(verify("a", secondsFromNow(301))).isEqualTo(Verdict.STALE);
    }

    @Test
    void theSameRequestIsTakenOnce() {
        assertThat(verify("a", secondsFromNow(0))).isEqualTo(Verdict.GENUINE);
        assertThat(verify("a", secondsFromNow(0))).isEqualTo(Verdict.REPLAYED);
        assertThat(verify("a", secondsFromNow(1))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void anEarlyRequestIsRememberedForAsLongAsItsTimestampIsGood() {
        assertThat(verify("a", secondsFromNow(300))).isEqualTo(Verdict.GENUINE);
        clock.advance(Duration.ofMinutes(10));
        assertThat(verify("a", secondsFromNow(300))).isEqualTo(Verdict.REPLAYED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(verify("a", secondsFromNow(300))).isEqualTo(Verdict.STALE);
    }

    @Test
    void aForgedRequestLeavesNoTraceThatWouldRefuseTheGenuineOne() {
        var good = signature("a", secondsFromNow(0));
        assertThat(verifier.verify(call("b", Long.toString(secondsFromNow(0)), good)))
                .isEqualTo(Verdict.FORGED);
        assertThat(verify("a", secondsFromNow(0))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void whatIsMissingIsUnsigned() {
        assertThat(verifier.verify(call("a", null, signature("a", secondsFromNow(0)))))
                .isEqualTo(Verdict.UNSIGNED);
        assertThat(verifier.verify(call("a", Long.toString(secondsFromNow(0)), null)))
                .isEqualTo(Verdict.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "now", "-1", "1e9", "99999999999999999999", "1531420618 ", "١٢٣", "0x10"})
    void aTimestampThatIsNoNumberIsUnsigned(String timestamp) {
        assertThat(verifier.verify(call("a", timestamp, signature("a", secondsFromNow(0)))))
                .isEqualTo(Verdict.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0=", "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", "v0=zz"})
    void aSignatureOfAnotherShapeIsUnsigned(String signature) {
        assertThat(verifier.verify(call("a", Long.toString(secondsFromNow(0)), signature)))
                .isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void theRightSignatureHasOneSpellingAlone() {
        var stamp = Long.toString(secondsFromNow(0));
        var right = signature("a", secondsFromNow(0));
        for (var spelt : List.of(
                right.toUpperCase(Locale.ROOT),
                "v0=" + right.substring(3).toUpperCase(Locale.ROOT),
                right + " ",
                " " + right,
                right + "\n",
                right + "," + right,
                right.substring(3))) {
            assertThat(verifier.verify(call("a", stamp, spelt))).as(spelt).isEqualTo(Verdict.UNSIGNED);
        }
        assertThat(verifier.verify(call("a", stamp, right))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void ofTwoSignaturesTheFirstCountsAndNoneIsLookedFor() {
        var stamp = Long.toString(secondsFromNow(0));
        var call = call("a", stamp, "v0=" + "0".repeat(64));
        var headers = new HashMap<>(call.headers());
        headers.put("x-slack-signature", List.of("v0=" + "0".repeat(64), signature("a", secondsFromNow(0))));
        assertThat(verifier.verify(new HttpCall(
                        call.method(), call.path(), call.query(), headers, call.body(), call.remoteAddress())))
                .isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "a\r\nb\r\n", "", "text=žluťoučký+🚂", "\u0000", " a "})
    void theVeryBytesAreWhatCounts(String body) {
        assertThat(verify(body, secondsFromNow(0))).isEqualTo(Verdict.GENUINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void blankSecretIsRefused(String secret) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestVerifier(secret, clock));
    }

    @Test
    void signatureMadeWithBoltsDefaultSecretIsRefused() {
        var others = new RequestVerifier("---", clock);
        assertThat(others.verify(call("a", Long.toString(secondsFromNow(0)), signature("a", secondsFromNow(0)))))
                .isEqualTo(Verdict.FORGED);
    }
}
