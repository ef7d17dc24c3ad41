package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Message shortcuts, link previews and the home tab, on the page. */
final class UnfurlsAndHomeOnThePageTest {
    private static PageClient page;

    @BeforeAll
    static void open() throws IOException {
        page = new PageClient();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static String address(JsonNode message) {
        return message.findValuesAsText("url").stream()
                .filter(url -> url.contains("/workflows/"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode card() {
        page.says(ALICE, BUILDS, "/semaphore status infra");
        return page.sees(ALICE, BUILDS, "Move the queue to its own host");
    }

    @Test
    void theMenuOfAMessageActsOnThePipelineThatItLinksTo() {
        var shortcut = page.asks("shortcuts").body().get(0);
        assertThat(shortcut.path("name").asText()).isEqualTo("Act on this pipeline");
        page.says(ALICE, BUILDS, "Look: " + address(card()));
        var message = page.sees(BOB, BUILDS, "Look:");
        var chosen = PageClient.json()
                .put("as", BOB)
                .put("channel", BUILDS)
                .put("ts", message.path("ts").asText())
                .put("callback", shortcut.path("callback").asText());
        assertThat(page.does("shortcut", chosen).status()).isEqualTo(200);
        var answer = page.sees(BOB, BUILDS, "Rebuild failed");
        assertThat(answer.path("ephemeral").asBoolean()).isTrue();
        assertThat(page.does("shortcut", chosen.put("callback", "no")).error()).contains("no shortcut");
    }

    @Test
    void aPastedAddressIsDrawnUnderItsMessage() {
        page.says(BOB, BUILDS, "See " + address(card()));
        page.until(
                "the preview is there",
                () -> page.messages(ALICE, BUILDS).findValues("attachments").stream()
                        .anyMatch(each -> each.toString().contains("Move the queue to its own host")));
    }

    @Test
    void whatIsPressedOnTheHomeTabIsSaidInTheMessagesWithTheBot() {
        assertThat(page.does("home", PageClient.json().put("as", ALICE)).status())
                .isEqualTo(200);
        page.until("the tab is there", () -> !home().findParents("action_id").isEmpty());
        for (var block : home().path("blocks")) {
            var action = block.findValue("action_id");
            if (action != null) {
                var press = PageClient.json()
                        .put("as", ALICE)
                        .put("view", home().path("id").asText())
                        .put("blockId", block.path("block_id").asText())
                        .put("actionId", action.asText());
                assertThat(page.does("press", press).status()).isEqualTo(200);
                break;
            }
        }
        page.until(
                "the pipeline is stopped",
                () -> page.messages(ALICE, withTheBot()).toString().contains("Stopped by Alice"));
    }

    private static JsonNode home() {
        return page.state(ALICE).path("home");
    }

    private static String withTheBot() {
        var bot = page.state(ALICE).path("bot").path("user").asText();
        return PageClient.newest(
                        page.state(ALICE).path("channels"),
                        each -> each.path("with").asText().equals(bot))
                .orElseThrow()
                .path("id")
                .asText();
    }
}
