package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.BUILDS;
import static dev.signalman.playground.DemoSeed.CAROL;
import static dev.signalman.playground.DemoSeed.DEPLOYS;
import static dev.signalman.playground.DemoSeed.GUEST;
import static dev.signalman.playground.DemoSeed.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do in Slack, on the page. */
final class SlackOnThePageTest {
    private static PageClient page;

    @BeforeAll
    static void open() throws IOException {
        page = new PageClient();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static List<String> names(JsonNode list) {
        return list.findValuesAsText("name");
    }

    @Test
    void everybodySeesTheirOwnChannelsAndRoles() {
        var alice = page.state(ALICE);
        assertThat(alice.path("you").asText()).isEqualTo(ALICE);
        assertThat(alice.path("people").findValuesAsText("role"))
                .containsExactly("developer", "reviewer", "reviewer", "on call", "platform", "guest", "partner org");
        assertThat(names(alice.path("channels")))
                .contains("deploys", "builds", "web-team", "partner-shared", "incident-room", "Signalman", "Bob");
        assertThat(alice.path("channels").findValuesAsText("kind")).contains("channel", "private", "dm", "group");
        assertThat(alice.path("bot").path("running").asBoolean()).isTrue();
        assertThat(alice.path("bot").path("name").asText()).isEqualTo("Signalman");
        assertThat(alice.path("groups").findValuesAsText("id")).containsExactly("S0PLATFORM", "S0ONCALL", "S0RELEASE");
        assertThat(alice.path("groups").findValuesAsText("handle")).containsExactly("platform", "oncall", "release");
        assertThat(names(page.state(GUEST).path("channels"))).containsExactly("deploys", "Signalman");
        var partner = page.state(PARTNER);
        assertThat(names(partner.path("channels"))).containsExactly("partner-shared");
        assertThat(partner.path("channels").get(0).path("sharedOutside").asBoolean())
                .isTrue();
    }

    @Test
    void anAnswerIsSeenByWhoAskedAlone() {
        assertThat(page.says(CAROL, DEPLOYS, "/semaphore help rerun").status()).isEqualTo(200);
        var answer = page.sees(CAROL, DEPLOYS, "help for rerun".substring(9));
        assertThat(answer.path("ephemeral").asBoolean()).isTrue();
        assertThat(answer.path("from").path("bot").asBoolean()).isTrue();
        assertThat(page.messages(ALICE, DEPLOYS).toString())
                .doesNotContain(answer.path("ts").asText());
        assertThat(page.asks("messages?as=" + PARTNER + "&channel=" + DEPLOYS).status())
                .isEqualTo(400);
    }

    @Test
    void promotesByTypingAndTheDeployIsInTheThread() {
        page.says(ALICE, DEPLOYS, "/semaphore promote staging web");
        var card = page.sees(BOB, DEPLOYS, "Round invoices half-even");
        var ts = card.path("ts").asText();
        var deploy = page.seesInThread(BOB, DEPLOYS, ts, "Promoted to staging by Alice");
        assertThat(deploy.path("thread_ts").asText()).isEqualTo(ts);
        page.until(
                "one reply is counted",
                () -> page.messages(BOB, DEPLOYS).findValuesAsText("replyCount").contains("1"));
        var root = PageClient.newest(
                page.messages(BOB, DEPLOYS), each -> each.path("ts").asText().equals(ts));
        assertThat(root.orElseThrow().path("lastReply").asText())
                .isEqualTo(deploy.path("ts").asText());
    }

    @Test
    void aButtonThatAsksIsPressedByItsIdsAndCountsOnce() {
        page.says(ALICE, BUILDS, "/semaphore run infra");
        var card = page.sees(CAROL, BUILDS, "Run by Alice");
        assertThat(page.button(card, "Stop")
                        .path("confirm")
                        .path("title")
                        .path("text")
                        .asText())
                .isNotBlank();
        assertThat(page.presses(CAROL, BUILDS, card, "Stop").status()).isEqualTo(200);
        var stopped = page.sees(ALICE, BUILDS, "Stopped by Carol");
        assertThat(stopped.path("ts").asText()).isEqualTo(card.path("ts").asText());
        assertThat(stopped.path("edited").asBoolean()).isTrue();
        var again = page.presses(CAROL, BUILDS, card, "Stop");
        assertThat(again.status()).isEqualTo(200);
        page.sees(CAROL, BUILDS, "Someone already pressed that. Nothing was changed.");
    }

    @Test
    void aMenuIsChosenFromByTheValueOfItsOption() {
        page.says(BOB, DEPLOYS, "/semaphore deploys web");
        var deploys = page.sees(BOB, DEPLOYS, "History of …");
        JsonNode menu = null;
        JsonNode block = null;
        for (var each : deploys.path("blocks")) {
            for (var element : each.path("elements")) {
                if (element.path("type").asText().equals("static_select")) {
                    menu = element;
                    block = each;
                }
            }
        }
        var press = PageClient.json().put("as", BOB).put("channel", DEPLOYS);
        press.put("ts", deploys.path("ts").asText())
                .put("blockId", block.path("block_id").asText());
        press.put("actionId", menu.path("action_id").asText());
        assertThat(page.does("press", press).status()).isEqualTo(400);
        press.put("selected", menu.path("options").get(1).path("value").asText());
        assertThat(page.does("press", press).status()).isEqualTo(200);
        page.sees(BOB, DEPLOYS, "to production of web");
    }

    @Test
    void whatOthersSayIsUnreadUntilItIsRead() {
        assertThat(page.says(BOB, "D0ALICEBOB", "Shall we?").status()).isEqualTo(200);
        assertThat(unread(ALICE, "D0ALICEBOB")).isEqualTo(1);
        assertThat(unread(BOB, "D0ALICEBOB")).isZero();
        page.does("read", PageClient.json().put("as", ALICE).put("channel", "D0ALICEBOB"));
        assertThat(unread(ALICE, "D0ALICEBOB")).isZero();
    }

    private static int unread(String person, String channel) {
        return PageClient.newest(
                        page.state(person).path("channels"),
                        each -> each.path("id").asText().equals(channel))
                .orElseThrow()
                .path("unread")
                .asInt();
    }

    @Test
    void mentionsAreWrittenAsSlackWritesThemAndThreadsTakeNoCommands() {
        page.says(ALICE, "C0WEBTEAM", "Look, @Bob & <friends>");
        var said = page.sees(BOB, "C0WEBTEAM", "Look, <@U0BOB> &amp; &lt;friends&gt;");
        var reply = PageClient.json().put("as", BOB).put("channel", "C0WEBTEAM");
        reply.put("thread", said.path("ts").asText()).put("text", "I see");
        assertThat(page.does("says", reply).status()).isEqualTo(200);
        page.seesInThread(ALICE, "C0WEBTEAM", said.path("ts").asText(), "I see");
        var command = page.does("says", reply.put("text", "/semaphore status"));
        assertThat(command.status()).isEqualTo(400);
        assertThat(command.error()).contains("@Signalman status");
    }

    @Test
    void whatSlackDoesNotOfferIsSaidInASentence() {
        assertThat(page.says(ALICE, DEPLOYS, "/deploy now").error()).isEqualTo("/deploy is not a valid command.");
        assertThat(page.says(PARTNER, "C0PARTNER", "/semaphore status web").error())
                .contains("another workspace");
        assertThat(page.does(
                                "shortcut",
                                "{\"as\":\"U0ALICE\",\"channel\":\"C0DEPLOYS\",\"ts\":\"1\",\"callback\":\"no\"}")
                        .error())
                .isNotBlank();
    }

    @Test
    void completionKnowsTheBotsOwnVerbs() {
        var commands = page.asks("commands").body();
        assertThat(commands.findValuesAsText("verb")).contains("promote", "agents create", "help");
        var promote = PageClient.newest(
                        commands, each -> each.path("verb").asText().equals("promote"))
                .orElseThrow();
        assertThat(promote.path("usage").asText()).startsWith("promote <promotion>");
        assertThat(promote.path("summary").asText()).isNotBlank();
        assertThat(promote.path("example").asText()).startsWith("promote ");
    }
}
