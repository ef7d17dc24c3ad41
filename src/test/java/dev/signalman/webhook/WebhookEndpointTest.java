package dev.signalman.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.command.Grammar;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.InMemoryIntake;
import dev.signalman.keyring.HexSignature;
import dev.signalman.web.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEndpointTest {
    private static final String PIPELINE = "fa02c7bd-7a8b-42e0-8d6e-aa0d8a194e19";
    private static final String BODY =
            "{\"version\":\"1.0.0\",\"pipeline\":{\"id\":\"" + PIPELINE + "\",\"state\":\"done\"}}";

    private final InMemoryIntake intake = new InMemoryIntake();
    private final WebhookEndpoint endpoint = new WebhookEndpoint(
            new WebhookSecret("secret"),
            new HintIntake(intake, new Grammar(URI.create("https://acme.semaphoreci.com")), InstantSource.system()));

    @Test
    void theSignatureOfSemaphoresOwnTestIsGenuine() {
        var known = "dc46983557fea127b43af721467eb9b3fde2338fe3e14f51952aa8478c13d355";

        assertThat(new HexSignature("secret").genuine(known, bytes("body"))).isTrue();
    }

    @Test
    void aPrefixBeforeTheSignatureIsLetPass() throws Exception {
        assertThat(status(BODY, "sha256=" + signed(BODY), "one")).isEqualTo(200);
    }

    @Test
    void aSignedNotificationIsTakenAsAHint() throws Exception {
        assertThat(status(BODY, signed(BODY), "one")).isEqualTo(200);

        assertThat(intake.taken.values())
                .singleElement()
                .satisfies(invocation -> assertThat(invocation.line()).startsWith("announce " + PIPELINE));
    }

    @ParameterizedTest
    @CsvSource({
        "alice+ci@acme.example, author=\"alice+ci@acme.example\"",
        "'', announce",
        "no address, announce",
        "two@at@signs, announce",
    })
    void theSendersAddressComesAlongIfItCouldBeOne(String email, String expected) throws Exception {
        var body = BODY.replace(
                "{\"version\"", "{\"revision\":{\"sender\":{\"login\":\"x\",\"email\":\"" + email + "\"}},\"version\"");
        assertThat(status(body, signed(body), "one")).isEqualTo(200);

        assertThat(intake.taken.values()).singleElement().satisfies(invocation -> {
            assertThat(invocation.line()).contains(expected);
            assertThat(invocation.line().contains("author=")).isEqualTo(expected.startsWith("author="));
            assertThat(invocation.toString()).doesNotContain("@");
        });
    }

    @Test
    void aSecondDeliveryIsNothingNew() throws Exception {
        status(BODY, signed(BODY), "one");

        assertThat(status(BODY, signed(BODY), "one")).isEqualTo(200);
        assertThat(intake.taken).hasSize(1);
    }

    @Test
    void anotherNotificationOfTheSamePipelineIsAnotherHint() throws Exception {
        var later = BODY.replace("done", "running");
        status(BODY, signed(BODY), "one");
        status(later, signed(later), "one");

        assertThat(intake.taken).hasSize(2);
    }

    @Test
    void fiveHundredRepetitionsUnderInventedIdsAreOneHint() throws Exception {
        for (int n = 0; n < 500; n++) {
            assertThat(status(BODY, signed(BODY), "invented-" + n)).isEqualTo(200);
        }
        assertThat(intake.taken).hasSize(1);
    }

    @Test
    void oneWithoutAnIdIsToldByItsBody() throws Exception {
        status(BODY, signed(BODY), null);
        status(BODY, signed(BODY), null);

        assertThat(intake.taken).hasSize(1);
    }

    @Test
    void anUnsignedOneIsRefused() {
        assertThat(status(BODY, null, "one")).isEqualTo(401);
        assertThat(intake.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "zz", "dc46983557fea127b43af721467eb9b3fde2338fe3e14f51952aa8478c13d355"})
    void aWrongSignatureIsRefused(String signature) {
        assertThat(status(BODY, signature, "one")).isEqualTo(401);
        assertThat(intake.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "not json",
                "{}",
                "{\"pipeline\":7}",
                "{\"pipeline\":{\"id\":\"x; drop\"}}",
                "{\"pipeline\":{\"id\":[\"fa02c7bd-7a8b-42e0-8d6e-aa0d8a194e19\"]}}"
            })
    void whatNamesNoPipelineIsRefused(String body) throws Exception {
        assertThat(status(body, signed(body), "one")).isEqualTo(400);
        assertThat(intake.taken).isEmpty();
    }

    @Test
    void withoutADatabaseSemaphoreHearsSo() throws Exception {
        intake.away = true;

        assertThat(status(BODY, signed(BODY), "one")).isEqualTo(503);
    }

    private int status(String body, @Nullable String signature, @Nullable String delivery) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (signature != null) {
            headers.put("x-semaphore-signature-256", List.of(signature));
        }
        if (delivery != null) {
            headers.put("x-semaphore-webhook-id", List.of(delivery));
        }
        return endpoint.answer(new HttpCall("POST", "/semaphore/webhook", "", headers, bytes(body), "127.0.0.1"))
                .status();
    }

    private static String signed(String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes("secret"), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(bytes(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
