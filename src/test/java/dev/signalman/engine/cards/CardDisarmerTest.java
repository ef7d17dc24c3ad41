package dev.signalman.engine.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.card.CardActions;
import dev.signalman.card.RefusalCard;
import dev.signalman.chat.MessengerException;
import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.ClaimHandler;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class CardDisarmerTest {
    private static final String CARD = DerivedIds.pipeline("C1", "p");
    private static final String PRESSED = "update C1 1.0 failed (Bob pressed Rerun)";

    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final InstanceFixture instance;

    CardDisarmerTest(TestDatabase kind) {
        instance = new InstanceFixture(kind.migrated(JournalModule.MIGRATIONS), clock, slack);
        work("posted", Outcome.deliver(SampleInvocations.pipeline("C1", "p", null, "failed")));
        seen("post C1 failed");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void ofFiftyPressesAtOnceOneCounts() {
        instance.works(claim -> {});
        var takings = IntStream.range(0, 50)
                .parallel()
                .mapToObj(n -> instance.intake()
                        .take(SampleInvocations.pressed("p" + n, CARD, "rerun p", false, clock.instant())))
                .toList();
        assertThat(takings).containsOnlyOnce(Taking.NEW);
        assertThat(takings.stream().filter(Taking.TOO_LATE::equals)).hasSize(49);
        seen("post C1 failed", PRESSED);
        await().untilAsserted(() -> assertThat(instance.worked).hasSize(2));
    }

    @Test
    void thePressDeliveredTwiceIsARepetitionAndNotTooLate() {
        instance.works(claim -> {});
        assertThat(press("1", "rerun p")).isEqualTo(Taking.NEW);
        assertThat(press("1", "rerun p")).isEqualTo(Taking.REPEATED);
        assertThat(press("2", "rerun p")).isEqualTo(Taking.TOO_LATE);
    }

    /** Otherwise a later sweep would find it and act a second time. */
    @Test
    void nothingIsLeftOfAPressThatCameTooLate() {
        instance.works(claim -> {});
        press("1", "rerun p");
        assertThat(press("2", "rerun p")).isEqualTo(Taking.TOO_LATE);
        assertThat(instance.count("select count(*) from inbox where id = '2'")).isZero();
    }

    @Test
    void aButtonThatOnlyAsksStays() {
        instance.works(claim -> {});
        assertThat(press("1", "logs p")).isEqualTo(Taking.NEW);
        assertThat(press("2", "logs p")).isEqualTo(Taking.NEW);
        seen("post C1 failed");
    }

    @Test
    void theButtonsComeBackWhenTheActIsRefused() {
        instance.works(carrying(ActResult.refused("no")));
        press("1", "rerun p");
        await().untilAsserted(() -> assertThat(instance.count("select count(*) from cards where armed"))
                .isOne());
        await().untilAsserted(() -> {
            later(); // what is sent of the press may come after this, and make the next wait again
            assertThat(slack.sent()).last().isEqualTo("update C1 1.0 failed");
        });
        assertThat(press("2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void aFormThatAPressOpenedCountsAsThatPressOnceItIsSubmitted() {
        instance.works(carrying(ActResult.refused("no")));
        var opened = new Origin.Pressed(CARD, 0, "Rerun", false);
        assertThat(instance.intake().take(SampleInvocations.submitted("1", opened, "rerun p", clock.instant())))
                .isEqualTo(Taking.NEW);
        await().untilAsserted(() -> assertThat(instance.count("select count(*) from cards where armed"))
                .isOne());
        await().untilAsserted(() -> {
            later(); // what is sent of the press may come after this, and make the next wait again
            assertThat(slack.sent()).last().isEqualTo("update C1 1.0 failed");
        });

        instance.works(claim -> {});
        assertThat(instance.intake().take(SampleInvocations.submitted("2", opened, "rerun p", clock.instant())))
                .isEqualTo(Taking.NEW);
        assertThat(press("3", "rerun p")).isEqualTo(Taking.TOO_LATE);
        assertThat(instance.intake().take(SampleInvocations.submitted("4", opened, "rerun p", clock.instant())))
                .isEqualTo(Taking.TOO_LATE);
    }

    @Test
    void theButtonsComeBackWhenNothingWasDone() {
        instance.works(
                claim -> instance.journal().conclude(claim, Outcome.deliver(SampleInvocations.toAsker("Sure?"))));
        press("1", "rerun p");
        await().untilAsserted(() -> assertThat(
                        instance.count("select count(*) from cards where armed and card_key = '" + CARD + "'"))
                .isOne());
    }

    @Test
    void theButtonsStayGoneWhenItWasDone() {
        instance.works(carrying(ActResult.done("done")));
        press("1", "rerun p");
        seen("post C1 failed", PRESSED);
        assertThat(press("2", "rerun p")).isEqualTo(Taking.TOO_LATE);
    }

    @Test
    void aNewDrawingBringsNewButtons() {
        doneAndDrawnAnew();
        assertThat(press("2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void aNewDrawingLeavesTheButtonsAwayWhileThePressIsWorkedOn() {
        instance.works(claim -> {});
        press("1", "rerun p");
        seen("post C1 failed", PRESSED); // otherwise it is sent after the time below, and delays the next
        work("observed", Outcome.deliver(SampleInvocations.pipeline("C1", "p", null, "running")));
        later();
        await().untilAsserted(
                        () -> assertThat(slack.sent()).last().isEqualTo("update C1 1.0 running (Bob pressed Rerun)"));
        assertThat(press("2", "rerun p")).isEqualTo(Taking.TOO_LATE);
    }

    @Test
    void aButtonOfAnEarlierDrawingDoesNotActAgainAndOthersOfItDo() {
        doneAndDrawnAnew();
        assertThat(pressOn(1, "2", "rerun p")).isEqualTo(Taking.TOO_LATE);
        assertThat(pressOn(1, "3", "rerun staging p")).isEqualTo(Taking.NEW);
    }

    @Test
    void theSameButtonOfANewDrawingActsAgain() {
        doneAndDrawnAnew();
        assertThat(pressOn(3, "2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void aButtonOfAnEarlierDrawingOfWhichNothingCameMayBePressedAgain() {
        instance.works(carrying(ActResult.refused("no")));
        pressOn(1, "1", "rerun p");
        await().untilAsserted(() -> assertThat(instance.count("select count(*) from cards where armed"))
                .isOne());
        assertThat(pressOn(1, "2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void whereSlackTakesNoNewDrawingTheOldOneIsAllThereIs() {
        slack.failNext("update C1", MessengerException.Kind.NO_PLACE);
        slack.failNext("update C1", MessengerException.Kind.NO_PLACE);
        instance.works(carrying(ActResult.done("done")));
        pressOn(1, "1", "rerun p");
        await().untilAsserted(() -> assertThat(instance.count("select count(*) from cards where gave_up is not null"))
                .isOne());
        isOver("1");
        later();
        work("observed", Outcome.deliver(SampleInvocations.pipeline("C1", "p", null, "running")));
        later();
        await().untilAsserted(() -> assertThat(
                        instance.count("select count(*) from cards where armed and gave_up is not null"))
                .isOne());
        assertThat(pressOn(1, "2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void theAnswerToAPressOnACardThatOnlyThePresserSeesTakesItsPlace() {
        work("asked", Outcome.deliver(SampleInvocations.toAsker("page 1")));
        var key = DerivedIds.made("asked", "concluded", 0);
        instance.works(
                claim -> instance.journal().conclude(claim, Outcome.deliver(SampleInvocations.toAsker("page 2"))));
        instance.intake().take(SampleInvocations.pressed("more", key, "pipelines", true, clock.instant()));
        await().untilAsserted(() -> assertThat(slack.sent()).last().isEqualTo("replace https://hooks/more page 2"));
        assertThat(instance.count("select count(*) from cards where kind = 'ASIDE'"))
                .isOne();
    }

    @Test
    void aRefusalLeavesTheCardThatWasPressedAsItWas() {
        work("asked", Outcome.deliver(SampleInvocations.toAsker("offer")));
        var key = DerivedIds.made("asked", "concluded", 0);
        Delivery no = new Delivery.ToAsker(new RefusalCard("no", CardActions.NONE, false));
        instance.works(claim -> instance.journal().conclude(claim, Outcome.deliver(no)));
        instance.intake().take(SampleInvocations.pressed("go", key, "rerun p", true, clock.instant()));
        await().untilAsserted(
                        () -> assertThat(slack.sent("respond https://hooks/go")).hasSize(1));
        await().untilAsserted(
                        () -> assertThat(slack.sent("replace")).last().isEqualTo("replace https://hooks/go offer"));
    }

    @Test
    void aCardThatNobodyKnowsHasNothingToTakeAway() {
        instance.works(claim -> {});
        assertThat(instance.intake().take(SampleInvocations.pressed("1", "unknown", "rerun p", false, clock.instant())))
                .isEqualTo(Taking.NEW);
    }

    private ClaimHandler carrying(ActResult result) {
        return claim -> {
            var act = instance.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
            instance.journal().sending(claim, act);
            instance.journal().settle(claim, act, result, SampleInvocations.entry(result));
        };
    }

    private void work(String id, Outcome outcome) {
        instance.works(claim -> {
            if (claim.invocation().id().equals(id)) {
                instance.journal().conclude(claim, outcome);
            }
        });
        instance.intake().take(SampleInvocations.typed(id, "status", clock.instant()));
        isOver(id);
        await().untilAsserted(() -> assertThat(slack.sent()).isNotEmpty());
    }

    private void isOver(String id) {
        await().untilAsserted(() -> assertThat(
                        instance.count("select count(*) from inbox where due_at is null and id = '" + id + "'"))
                .isOne());
    }

    private Taking press(String id, String line) {
        return instance.intake().take(SampleInvocations.pressed(id, CARD, line, false, clock.instant()));
    }

    private Taking pressOn(int drawing, String id, String line) {
        return instance.intake()
                .take(SampleInvocations.pressed(
                        id, new Origin.Pressed(CARD, drawing, "Rerun", false), line, clock.instant()));
    }

    /** The first version is pressed, the second has no buttons, the third has them again. */
    private void doneAndDrawnAnew() {
        instance.works(carrying(ActResult.done("done")));
        pressOn(1, "1", "rerun p");
        seen("post C1 failed", PRESSED);
        isOver("1"); // no earlier version has buttons
        later();
        work("observed", Outcome.deliver(SampleInvocations.pipeline("C1", "p", null, "running")));
        seen("post C1 failed", PRESSED, "update C1 1.0 running");
    }

    private void later() {
        clock.pass(Duration.ofSeconds(2));
        instance.pump();
    }

    private void seen(String... calls) {
        await().untilAsserted(() -> assertThat(slack.sent()).containsExactlyElementsOf(List.of(calls)));
    }
}
