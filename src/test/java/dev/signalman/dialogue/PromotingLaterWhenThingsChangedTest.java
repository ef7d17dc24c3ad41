package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.UserGroup;
import dev.signalman.storage.TestDatabase;
import dev.signalman.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became different between the last vote for a scheduled promotion and its time. */
final class PromotingLaterWhenThingsChangedTest {
    private Dialogue bot;
    private String pipeline;
    private SimulatedPerson dora;
    private PostedMessage card;

    /** Dora has scheduled a promotion, and Bob has approved it. */
    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.resumed(
                TestDatabase.ofDialogue(),
                new Policies(List.of(
                        Policy.of("staging", List.of("web"), List.of(), null),
                        Policy.of("production", List.of("web"), List.of(), null)
                                .with(Approvals.of(1, RELEASE))
                                .broken(CAROL))),
                Instant.parse("2027-02-10T07:00:00Z"),
                (slack, semaphore) -> {});
        pipeline = bot.passed("web", "Round invoices");
        dora = bot.slack().add(SimulatedPerson.member("U0DORA", "Dora"));
        bot.says(dora.id(), "/semaphore promote production web at 9:00");
        card = bot.card("0 of 1 approval");
        bot.presses(BOB, card, "Approve");
        card = bot.becomes(card, "*web* goes to *production* 2027-02-10 08:00 UTC");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void isBlocked(String... why) {
        bot.becomes(card, "blocked at its scheduled time: *web* was not promoted to *production*");
        bot.becomes(card, why);
        bot.told(dora.id(), "*web* was not promoted to *production* 2027-02-10 08:00 UTC: ");
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    /** Each judgement reads the promotions once. */
    private long looks() {
        return bot.semaphore().calls().stream()
                .filter(call -> call.method().equals("GET") && call.path().endsWith("/promotions"))
                .count();
    }

    @Test
    void whoAskedLeft() {
        bot.slack().add(dora.whenDeactivated());
        bot.passes(Duration.ofHours(1));
        bot.becomes(card, "blocked at its scheduled time", "Dora, who requested it, has a deactivated account");
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void whoApprovedMayNotAnyMore() {
        bot.slack().add(new UserGroup(RELEASE, "release", "Release", List.of(ALICE, CAROL)));
        bot.passes(Duration.ofHours(1));
        isBlocked("Approvals: 0 of 1; needs release");
    }

    @Test
    void theRuleAsksForMore() throws Exception {
        bot.rereads(
                "projects: [{name: web, promotions: [staging, production]}]",
                "promotions:",
                "  - {name: production, projects: [web], approvals: 2, approvers: [" + RELEASE + "]}");
        bot.passes(Duration.ofHours(1));
        isBlocked("Approvals: 1 of 2, by Bob; needs release");
    }

    @Test
    void itWasPromotedOnTheWeb() {
        bot.promotedOnTheWeb("web", pipeline, "production");
        bot.passes(Duration.ofHours(1));
        bot.becomes(card, "overtaken", "Since this was requested, it was promoted");
        bot.told(dora.id(), "was not promoted to *production* 2027-02-10 08:00 UTC: Since this was requested");
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).hasSize(1);
    }

    @Test
    void semaphoreIsAwayForAWhileAndItGoesAfterwards() {
        bot.semaphore().fault(SemaphoreFault.everywhere().unavailable());
        bot.passes(Duration.ofHours(1));
        bot.passes(Duration.ofMinutes(10));
        bot.becomes(card, "*web* goes to *production* 2027-02-10 08:00 UTC");
        bot.semaphore().heal();
        bot.passes(Duration.ofMinutes(1));
        bot.becomes(card, "is deploying to *production*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void semaphoreIsAwayForTooLong() {
        bot.semaphore().fault(SemaphoreFault.everywhere().unavailable());
        bot.passes(Duration.ofHours(1));
        bot.passes(Duration.ofMinutes(31));
        bot.becomes(
                card,
                "blocked at its scheduled time",
                "I couldn't check its rules within 30 minutes of its scheduled time.");
        bot.semaphore().heal();
        isBlocked("I couldn't check its rules");
    }

    @Test
    void semaphoreRefusesIt() {
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").answers(Reply.bare(403, "Permission denied")));
        bot.passes(Duration.ofHours(1));
        bot.becomes(card, "could not be promoted to *production*");
        bot.told(dora.id(), "*web* was not promoted to *production* 2027-02-10 08:00 UTC: Semaphore");
        assertThat(bot.card("*web* was not promoted to *production*").buttons())
                .containsExactly("Promote to production");
    }

    @Test
    void slackDoesNotSayWhoIsWhoAndItWaitsForThat() {
        bot.passes(Duration.ofMinutes(58));
        bot.slack().faults().next("usergroups.users.list", new SlackFault.Http(503), 3);
        bot.passes(Duration.ofMinutes(2));
        bot.passes(Duration.ofMinutes(1));
        bot.becomes(card, "is deploying to *production*");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void itWasApprovedByOneWhoNowRejectsIt() {
        bot.says(BOB, "/semaphore reject 1 because the queue is full");
        bot.becomes(card, "rejected by @" + BOB, "the queue is full");
        bot.passes(Duration.ofHours(1));
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).isEmpty();
    }

    @Test
    void itCannotWaitAndOnePersonBreaksTheGlass() {
        bot.presses(CAROL, card, "Break glass");
        bot.form(CAROL).fill("Reason", "the shop is down").submit();
        bot.becomes(card, "is deploying to *production* (break-glass)");
        bot.passes(Duration.ofHours(1));
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
    }

    @Test
    void theSamePromotionIsBeingMadeAtItsTimeAndIsNotMadeTwice() {
        bot.says(ALICE, "/semaphore promote staging web at 9:00");
        var staging = bot.card("*web* goes to *staging*");
        bot.says(dora.id(), "/semaphore withdraw 1");
        bot.becomes(card, "withdrawn");
        var latch = new SemaphoreCallLatch();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").times(1).waitsFor(latch));
        bot.says(BOB, "/semaphore promote staging web");
        bot.until("Semaphore has the call", () -> latch.arrived() == 1);
        long before = looks();
        bot.passes(Duration.ofHours(1));
        bot.until("it was judged, and is judged again", () -> looks() >= before + 2);
        bot.becomes(staging, "*web* goes to *staging* 2027-02-10 08:00 UTC");
        latch.open();
        bot.passes(Duration.ofMinutes(1));
        bot.becomes(staging, "overtaken", "it was promoted");
        bot.untilAllIsDone();
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }
}
