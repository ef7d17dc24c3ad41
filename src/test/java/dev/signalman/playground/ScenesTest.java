package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.CAROL;
import static dev.signalman.playground.DemoSeed.DEPLOYS;
import static dev.signalman.playground.DemoSeed.DORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Situations that a link sets up. */
final class ScenesTest {
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
    void anApprovalWaitsForBobAndIsNotAskedForTwice() {
        assertThat(plays("approval")).isEqualTo(BOB);
        assertThat(withButton(BOB, "Approve")).isEqualTo(1);
        assertThat(plays("break-glass")).isEqualTo(DORA);
        assertThat(withButton(DORA, "Approve")).isEqualTo(1);
    }

    @Test
    void thirtyBuildsAtOnceShareAMessageAndTwoOfThemFailed() {
        assertThat(plays("burst")).isEqualTo(ALICE);
        page.sees(ALICE, DEPLOYS, " builds since");
        assertThat(withButton(ALICE, "Show all")).isEqualTo(1);
        assertThat(withButton(ALICE, "Rebuild failed")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aBuildHasFailedAndCanBeRebuilt() {
        assertThat(plays("failure")).isEqualTo(ALICE);
        assertThat(withButton(ALICE, "Rebuild failed")).isEqualTo(1);
    }

    @Test
    void productionIsLocked() {
        assertThat(plays("lock")).isEqualTo(ALICE);
        page.sees(ALICE, DEPLOYS, "the database moves");
    }

    @Test
    void aDeployStartedElsewhereWaitsAtTheGateUntilTwoPeopleApprove() {
        assertThat(plays("gate")).isEqualTo(BOB);
        page.presses(BOB, DEPLOYS, page.sees(BOB, DEPLOYS, "is waiting at the gate of"), "Approve");
        page.presses(CAROL, DEPLOYS, page.sees(CAROL, DEPLOYS, "1 of 2 approvals"), "Approve");
        page.sees(CAROL, DEPLOYS, "is deploying to");
        page.until(
                "the job goes on",
                () -> page.project("infra")
                        .path("pipelines")
                        .get(0)
                        .path("blocks")
                        .get(0)
                        .path("state")
                        .asText()
                        .equals("passed"));
    }

    @Test
    void anApprovedDeployGoesEarlyInTheMorning() {
        assertThat(plays("later")).isEqualTo(ALICE);
        page.sees(ALICE, DEPLOYS, "scheduled by");
        assertThat(withButton(ALICE, "Withdraw")).isEqualTo(1);
        plays("later");
        assertThat(withButton(ALICE, "Withdraw")).isEqualTo(1);
        plays("approval");
        assertThat(withButton(BOB, "Approve")).isEqualTo(1);
    }

    @Test
    void bobsLastApprovalNeedsTheCodeOnHisPhone() {
        assertThat(plays("factor")).isEqualTo(BOB);
        assertThat(page.asks("phone?as=" + ALICE).body().path("entries")).isEmpty();
        var request = page.sees(BOB, DEPLOYS, "1 of 2 approvals");
        page.presses(BOB, DEPLOYS, request, "Approve");
        page.until("the form", () -> page.state(BOB).path("views").size() == 1);
        var form = page.state(BOB).path("views").get(0);
        var wrong = submits(form, "12345");
        assertThat(wrong.path("errors").toString()).contains("This code is wrong.");
        assertThat(withButton(BOB, "Approve")).isEqualTo(1);

        var entry = page.asks("phone?as=" + BOB).body().path("entries").get(0);
        assertThat(entry.path("leftMs").asLong()).isBetween(1L, 30_000L);
        assertThat(submits(form, entry.path("code").asText()).path("errors")).isEmpty();
        page.sees(BOB, DEPLOYS, "is deploying to");
        page.until(
                "the deploy",
                () -> page.project("infra")
                        .path("pipelines")
                        .get(0)
                        .path("promotedAs")
                        .asText()
                        .equals("rotate-keys"));

        plays("factor");
        assertThat(page.asks("phone?as=" + BOB).body().path("entries"))
                .as("the same phone")
                .hasSize(1);
        assertThat(withButton(BOB, "Approve")).isEqualTo(1);
    }

    private JsonNode submits(JsonNode form, String code) {
        var submit =
                PageClient.json().put("as", BOB).put("view", form.path("id").asText());
        for (var block : form.path("view").path("blocks")) {
            if (block.path("type").asText().equals("input")) {
                submit.putObject("values")
                        .putObject(block.path("block_id").asText())
                        .put(block.path("element").path("action_id").asText(), code);
            }
        }
        return page.does("views/submit", submit).body();
    }

    @Test
    void anAgentAsksAndWaitsUntilPeopleDecided() {
        assertThat(plays("agent")).isEqualTo(BOB);
        var request = page.sees(BOB, DEPLOYS, "asks, for");
        assertThat(printed())
                .contains(
                        "call status project=infra",
                        "call request_promotion project=infra promotion=production reason=\"All checks are green for 20 minutes.\"",
                        "call wait_for_request request=");
        assertThat(page.asks("agent").body().path("busy").asBoolean()).isTrue();
        var before = page.world().semaphore().pipelines("infra").size();
        page.presses(BOB, DEPLOYS, request, "Approve");
        page.presses(CAROL, DEPLOYS, page.sees(CAROL, DEPLOYS, "1 of 2 approvals"), "Approve");
        page.until("the agent hears of it", () -> printed().contains("state=deploying"));
        page.until(
                "the deploy", () -> page.world().semaphore().pipelines("infra").size() > before);
        page.world()
                .semaphore()
                .finish(page.world().semaphore().pipelines("infra").get(before));
        page.until("the end", () -> printed().contains("note Done."));
        assertThat(printed()).contains("state=deployed");
        assertThat(page.asks("agent").body().path("busy").asBoolean()).isFalse();

        plays("agent");
        assertThat(printed()).contains("wait_for_request").doesNotContain("state=deployed");
        assertThat(page.does("agent/close", "{}").status()).isEqualTo(200);
        assertThat(page.asks("agent").body().path("name").isNull()).isTrue();
    }

    private String printed() {
        return StreamSupport.stream(page.asks("agent").body().path("lines").spliterator(), false)
                .map(line ->
                        line.path("kind").asText() + " " + line.path("text").asText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void semaphoreIsDown() {
        assertThat(plays("outage")).isEqualTo(ALICE);
        assertThat(page.state(ALICE).path("faults").path("semaphoreDown").asBoolean())
                .isTrue();
        page.sees(ALICE, DEPLOYS, "Semaphore");
    }

    @Test
    void anUnknownSceneIsRefusedWithThoseThatThereAre() {
        var refused = page.does("scene", PageClient.json().put("name", "../../etc"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error())
                .contains("agent, approval, break-glass, burst, factor, failure, gate, later, lock, outage");
    }

    private String plays(String name) {
        var played = page.does("scene", PageClient.json().put("name", name));
        assertThat(played.status()).as(played.error()).isEqualTo(200);
        assertThat(played.body().path("channel").asText()).isEqualTo(DEPLOYS);
        return played.body().path("as").asText();
    }

    private long withButton(String person, String label) {
        return StreamSupport.stream(page.messages(person, DEPLOYS).spliterator(), false)
                .map(JsonNode::toString)
                .filter(message -> message.contains("\"" + label + "\""))
                .count();
    }
}
