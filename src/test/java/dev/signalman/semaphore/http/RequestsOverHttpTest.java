package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsOverHttpTest {
    private ScriptedSemaphore semaphore;

    @BeforeEach
    void start() throws IOException {
        semaphore = new ScriptedSemaphore();
    }

    @AfterEach
    void stop() {
        semaphore.close();
    }

    @Test
    void eachCallCarriesTokenAndUserAgentAndNothingThatSemaphoreSetsItself() {
        semaphore.answers("{\"pipeline\": {\"ppl_id\": \"p1\"}}");
        var client = semaphore.client();

        client.pipelines().describe("p1");
        client.pipelines().stop("p1");

        assertThat(semaphore.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.headers())
                    .containsEntry("authorization", List.of("Token " + ScriptedSemaphore.TOKEN))
                    .containsEntry("user-agent", List.of("SemaphoreCI v2.0 Client"));
            assertThat(call.headers().keySet()).noneMatch(name -> name.startsWith("x-"));
        });
    }

    @Test
    void anotherCredentialIsUsedForThatViewAlone() {
        semaphore.answers("{\"pipeline\": {\"ppl_id\": \"p1\"}}");
        var mine = semaphore.client();
        var hers = mine.as(new Credential("hers"));

        hers.pipelines().describe("p1");
        assertThat(semaphore.call().header("Authorization")).isEqualTo("Token hers");
        mine.pipelines().describe("p1");
        assertThat(semaphore.call().header("Authorization")).isEqualTo("Token " + ScriptedSemaphore.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/org/acme", "/org/acme/", "/org/acme//"})
    void thePathOfTheAddressIsKeptAndSlashesAtItsEndAreNot(String prefix) {
        semaphore.answers("{\"pipeline\": {\"ppl_id\": \"p1\"}}");

        semaphore.client(prefix).pipelines().describe("p1");

        assertThat(semaphore.call().path()).isEqualTo("/org/acme/api/v1alpha/pipelines/p1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://x", "acme.semaphoreci.com", "https:///x", "https://u:p@x", "https://x/?a=b", "https://x#y"
            })
    void anAddressThatCannotBeSemaphoresIsRefused(String address) {
        assertThatThrownBy(() -> SemaphoreConnection.to(URI.create(address), new Credential("t")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Semaphore's address must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret\nx", "secret x", "sécret", "secret\u0000"})
    void aTokenThatCannotBeOneIsNeitherSentNorTold(String token) {
        var client = semaphore.client().as(new Credential(token));

        var failure = catchThrowableOfType(
                SemaphoreException.class, () -> client.pipelines().stop("p1"));

        assertThat(failure.kind()).isEqualTo(SemaphoreException.Kind.BAD_TOKEN);
        assertThat(trace(failure)).doesNotContain("secret").doesNotContain("sécret");
        assertThat(semaphore.calls()).isEmpty();
    }

    @Test
    void theTokenIsInNoFailureEvenWhenItIsEchoed() {
        semaphore.answersTo(call -> Reply.bare(400, "Bad request, headers: " + call.headers()));
        var client = semaphore.client();

        var failure = catchThrowableOfType(
                SemaphoreException.class, () -> client.pipelines().stop("p1"));

        assertThat(failure.words()).contains("Token …");
        assertThat(trace(failure)).doesNotContain(ScriptedSemaphore.TOKEN);
        assertThat(SemaphoreConnection.to(URI.create("https://x"), new Credential(ScriptedSemaphore.TOKEN))
                        .toString())
                .doesNotContain(ScriptedSemaphore.TOKEN);
    }

    @Test
    void theObserverHearsTheOperationAndTheOutcomeAndNoIds() {
        semaphore.answers("{\"pipeline\": {\"ppl_id\": \"p1\"}}").answers(Reply.bare(404, "Not Found"));
        var client = semaphore.client();

        client.pipelines().describe("p1");
        assertThatThrownBy(() -> client.promotions().trigger("p1", "x", true, Map.of(), "t"))
                .isInstanceOf(SemaphoreException.class);

        assertThat(semaphore.observed()).containsExactly("pipelines.describe ok", "promotions.trigger not_found");
    }

    @Property(tries = 10)
    void anyTextOfAFilterArrivesAsItIs(@ForAll @Size(max = 40) List<String> texts) throws IOException {
        try (var own = new ScriptedSemaphore()) {
            var promotions = own.answers("[]").client().promotions();
            for (var text : texts) {
                // No encoding can carry an unpaired surrogate.
                var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

                promotions.list("p1", whole, null);

                assertThat(own.call().queryParameters()).containsEntry("name", List.of(whole));
            }
        }
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
