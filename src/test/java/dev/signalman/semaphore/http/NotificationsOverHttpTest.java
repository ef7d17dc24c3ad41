package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.domain.WebhookNotification;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.semaphore.WebhookNotifications.NewNotification;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsOverHttpTest {
    private static final String SECRET = "hush-that-is-a-secret";
    private static final String ONE =
            "{\"metadata\": {\"name\": \"%s\", \"id\": \"1eadc56c\", \"creator_id\": \"c0ffee\","
                    + " \"create_time\": \"1632129338\"}, \"spec\": {\"rules\": [{\"name\": \"r\", \"filter\": {\"projects\":"
                    + " [\"/^w/\"], \"branches\": [], \"states\": []}, \"notify\": {\"slack\": null, \"webhook\": {\"endpoint\":"
                    + " \"https://bot/x\", \"timeout\": 0, \"status\": \"ACTIVE\", \"secret\": \"s\"}}},"
                    + " {\"name\": \"mail\", \"notify\": {\"email\": {}, \"webhook\": {\"endpoint\": \"\"}}}]}}";

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
    void theyAreReadToTheLastPage() {
        semaphore
                .answers("{\"notifications\": [" + ONE.formatted("a") + "], \"next_page_token\": \"t 1\"}")
                .answers("{\"notifications\": [" + ONE.formatted("b") + "], \"next_page_token\": \"\"}");

        var all = semaphore.client().notifications().list();

        assertThat(all).extracting(WebhookNotification::name).containsExactly("a", "b");
        assertThat(all.get(0).creatorId()).isEqualTo("c0ffee");
        var rules = all.get(0).rules();
        assertThat(rules.get(0).webhook()).isEqualTo(new WebhookNotification.Webhook("https://bot/x", "s"));
        assertThat(rules.get(0).covers("web")).isTrue();
        assertThat(rules.get(0).covers("api")).isFalse();
        assertThat(rules.get(0).filters()).isFalse();
        assertThat(rules.get(1).webhook()).isNull();
        assertThat(rules.get(1).covers("web")).isFalse();
        assertThat(semaphore.calls())
                .extracting(HttpCall::query)
                .containsExactly("page_size=300", "page_size=300&page_token=t%201");
    }

    @Test
    void oneIsMadeForEveryProject() throws IOException {
        semaphore.answers(ONE.formatted("signalman"));

        semaphore
                .client()
                .notifications()
                .create(new NewNotification(
                        "signalman", URI.create("https://bot/semaphore/webhook"), "s", Duration.ofSeconds(5), 5));

        assertThat(semaphore.sent())
                .isEqualTo(WireJson.MAPPER.readTree("{\"metadata\": {\"name\": \"signalman\"}, \"spec\": {\"rules\":"
                        + " [{\"name\": \"signalman\", \"filter\": {\"projects\": [\"/.*/\"]}, \"notify\": {\"slack\": {},"
                        + " \"webhook\": {\"endpoint\": \"https://bot/semaphore/webhook\", \"timeout\": 5000,"
                        + " \"retries\": 5, \"secret\": \"s\"}}}]}}"));
    }

    @Test
    void aSecretIsFoundWithItsValuesOnlyWhereTheyAreGiven() {
        var wire = "{\"metadata\": {\"name\": \"s\", \"content_included\": %s}, \"data\": {\"env_vars\": [{\"name\":"
                + " \"WEBHOOK_SECRET\", \"value\": \"" + SECRET + "\"}]}, \"org_config\": null}";
        semaphore
                .answers(wire.formatted("true"))
                .answers(wire.formatted("false"))
                .answers(Reply.bare(404, "{\"code\": 5, \"message\": \"Secret s not found\", \"details\": []}"));

        var given = semaphore.client().secrets().find("s").orElseThrow();
        assertThat(given.variables()).isEqualTo(Map.of("WEBHOOK_SECRET", SECRET));
        assertThat(given.closedToJobs()).isFalse();
        assertThat(given.toString()).doesNotContain(SECRET);
        assertThat(semaphore.client().secrets().find("s").orElseThrow().variables())
                .isNull();
        assertThat(semaphore.client().secrets().find("s")).isEmpty();
        assertThat(semaphore.call().path()).isEqualTo("/api/v1beta/secrets/s");
    }

    @Test
    void aSecretThatTheAnswerEchoesIsNotTold() {
        for (var answer : List.of(
                Reply.bare(400, "{\"code\": 3, \"message\": \"bad value " + SECRET + "\"}"),
                Reply.bare(500, "\"" + SECRET + "\""),
                Reply.bare(200, "{\"metadata\": [\"" + SECRET + "\"]}"))) {
            semaphore.answers(answer);
            var failure = catchThrowableOfType(
                    SemaphoreException.class, () -> semaphore.client().secrets().create("s", "WEBHOOK_SECRET", SECRET));
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(SECRET);
            assertThat(failure.mayHaveActed()).isEqualTo(failure.kind() != Kind.REFUSED);
        }
    }
}
