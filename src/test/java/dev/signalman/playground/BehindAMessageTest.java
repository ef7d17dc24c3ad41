package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page shows behind a message: its blocks, the calls that made it, and the ledger's rows. */
final class BehindAMessageTest {
    private PageClient page;

    @BeforeEach
    void open() throws IOException {
        page = new PageClient();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aCardHasItsBlocksTheCallsBeforeItAndTheRowOfTheAct() {
        page.says(ALICE, DEPLOYS, "/semaphore run infra");
        var card = page.sees(ALICE, DEPLOYS, "Run by Alice");
        page.until(
                "the act is in the ledger",
                () -> !behind(ALICE, card).path("ledger").isEmpty());
        var behind = behind(ALICE, card);
        assertThat(behind.path("message").path("blocks")).isEqualTo(card.path("blocks"));
        assertThat(behind.path("message").has("from")).as("is not Slack's").isFalse();

        var posted = behind.path("drawings").get(0);
        assertThat(posted.path("call").path("path").asText()).isEqualTo("chat.postMessage");
        assertThat(posted.path("cause").path("path").asText()).isEqualTo("/slack/events");
        assertThat(posted.path("calls").findValuesAsText("method")).contains("POST");
        assertThat(posted.path("calls").findValuesAsText("path"))
                .contains("/api/v1alpha/plumber-workflows"); // the projects may be known from before

        var row = behind.path("ledger").get(0);
        assertThat(row.path("line").asText()).contains("run");
        assertThat(row.path("user").asText()).isEqualTo(ALICE);
        assertThat(row.path("hash").asText()).hasSize(64);
    }

    @Test
    void aCardThatIsDrawnAnewHasItsChangesToo() {
        page.says(ALICE, DEPLOYS, "/semaphore run infra");
        var card = page.sees(ALICE, DEPLOYS, "Run by Alice");
        var pipelines = page.world().semaphore().pipelines("infra");
        page.world().semaphore().finish(pipelines.get(pipelines.size() - 1));
        page.until(
                "it is drawn anew",
                () -> behind(ALICE, card)
                        .path("drawings")
                        .findValuesAsText("path")
                        .contains("chat.update"));
    }

    @Test
    void anAnswerForOneIsShownToNobodyElseAndIsNotInTheLedger() {
        page.says(ALICE, DEPLOYS, "/semaphore status web");
        var answer = page.sees(ALICE, DEPLOYS, "Round invoices");
        assertThat(behind(ALICE, answer).path("ledger")).isEmpty();
        assertThat(page.asks(question(BOB, answer)).error()).isEqualTo("There is no such message any more.");
    }

    @Test
    void withoutABotThereIsNoLedger() {
        page.says(ALICE, DEPLOYS, "/semaphore run infra");
        var card = page.sees(ALICE, DEPLOYS, "Run by Alice");
        page.does("bot", "{\"do\":\"kill\"}");
        assertThat(behind(ALICE, card).path("ledger").isNull()).isTrue();
    }

    private JsonNode behind(String person, JsonNode message) {
        var answer = page.asks(question(person, message));
        assertThat(answer.status()).as(answer.error()).isEqualTo(200);
        return answer.body();
    }

    private static String question(String person, JsonNode message) {
        return "inspect?as=" + person + "&channel=" + DEPLOYS + "&ts="
                + message.path("ts").asText();
    }
}
