package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.CAROL;
import static dev.signalman.playground.DemoSeed.DEPLOYS;
import static dev.signalman.playground.DemoSeed.DORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
        assertThat(refused.error()).contains("approval, break-glass, burst, failure, gate, later, lock, outage");
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
