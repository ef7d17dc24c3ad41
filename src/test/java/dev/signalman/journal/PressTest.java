package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.card.Actions;
import dev.signalman.card.Refused;
import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Workload;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PressTest {
    private static final String CARD = Keys.pipeline("C1", "p");
    private static final String PRESSED = "update C1 1.0 failed (Bob pressed Rerun)";

    private final NotedMessenger slack = new NotedMessenger();
    private final MovedClock clock = new MovedClock();
    private final Station station;

    PressTest(TestDatabase kind) {
        station = new Station(kind.migrated(JournalModule.MIGRATIONS), clock, slack);
        work("posted", Outcome.deliver(Said.pipeline("C1", "p", null, "failed")));
        seen("post C1 failed");
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void ofFiftyPressesAtOnceOneCounts() {
        station.works(claim -> {});
        var takings = IntStream.range(0, 50)
                .parallel()
                .mapToObj(n -> station.intake().take(Said.pressed("p" + n, CARD, "rerun p", false, clock.instant())))
                .toList();
        assertThat(takings).containsOnlyOnce(Taking.NEW);
        assertThat(takings.stream().filter(Taking.TOO_LATE::equals)).hasSize(49);
        seen("post C1 failed", PRESSED);
        await().untilAsserted(() -> assertThat(station.worked).hasSize(2));
    }

    @Test
    void thePressDeliveredTwiceIsARepetitionAndNotTooLate() {
        station.works(claim -> {});
        assertThat(press("1", "rerun p")).isEqualTo(Taking.NEW);
        assertThat(press("1", "rerun p")).isEqualTo(Taking.REPEATED);
        assertThat(press("2", "rerun p")).isEqualTo(Taking.TOO_LATE);
    }

    /** Else whoever sweeps later would find it and act a second time. */
    @Test
    void nothingIsLeftOfAPressThatCameTooLate() {
        station.works(claim -> {});
        press("1", "rerun p");
        assertThat(press("2", "rerun p")).isEqualTo(Taking.TOO_LATE);
        assertThat(station.count("select count(*) from inbox where id = '2'")).isZero();
    }

    @Test
    void aButtonThatOnlyAsksStays() {
        station.works(claim -> {});
        assertThat(press("1", "logs p")).isEqualTo(Taking.NEW);
        assertThat(press("2", "logs p")).isEqualTo(Taking.NEW);
        seen("post C1 failed");
    }

    @Test
    void theButtonsComeBackWhenTheActIsRefused() {
        station.works(carrying(Carried.refused("no")));
        press("1", "rerun p");
        await().untilAsserted(() -> assertThat(station.count("select count(*) from cards where armed"))
                .isOne());
        await().untilAsserted(() -> {
            later(); // what is sent of the press may come after this, and make the next wait again
            assertThat(slack.sent()).last().isEqualTo("update C1 1.0 failed");
        });
        assertThat(press("2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void aFormThatAPressOpenedCountsAsThatPressOnceItIsSubmitted() {
        station.works(carrying(Carried.refused("no")));
        var opened = new Origin.Pressed(CARD, 0, "Rerun", false);
        assertThat(station.intake().take(Said.submitted("1", opened, "rerun p", clock.instant())))
                .isEqualTo(Taking.NEW);
        await().untilAsserted(() -> assertThat(station.count("select count(*) from cards where armed"))
                .isOne());
        await().untilAsserted(() -> {
            later(); // what is sent of the press may come after this, and make the next wait again
            assertThat(slack.sent()).last().isEqualTo("update C1 1.0 failed");
        });

        station.works(claim -> {});
        assertThat(station.intake().take(Said.submitted("2", opened, "rerun p", clock.instant())))
                .isEqualTo(Taking.NEW);
        assertThat(press("3", "rerun p")).isEqualTo(Taking.TOO_LATE);
        assertThat(station.intake().take(Said.submitted("4", opened, "rerun p", clock.instant())))
                .isEqualTo(Taking.TOO_LATE);
    }

    @Test
    void theButtonsComeBackWhenNothingWasDone() {
        station.works(claim -> station.journal().conclude(claim, Outcome.deliver(Said.toAsker("Sure?"))));
        press("1", "rerun p");
        await().untilAsserted(() -> assertThat(
                        station.count("select count(*) from cards where armed and card_key = '" + CARD + "'"))
                .isOne());
    }

    @Test
    void theButtonsStayGoneWhenItWasDone() {
        station.works(carrying(Carried.done("done")));
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
        station.works(claim -> {});
        press("1", "rerun p");
        seen("post C1 failed", PRESSED); // else it goes out after the time below, and holds up the next
        work("observed", Outcome.deliver(Said.pipeline("C1", "p", null, "running")));
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
        station.works(carrying(Carried.refused("no")));
        pressOn(1, "1", "rerun p");
        await().untilAsserted(() -> assertThat(station.count("select count(*) from cards where armed"))
                .isOne());
        assertThat(pressOn(1, "2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void whereSlackTakesNoNewDrawingTheOldOneIsAllThereIs() {
        slack.failNext("update C1", MessengerException.Kind.NO_PLACE);
        slack.failNext("update C1", MessengerException.Kind.NO_PLACE);
        station.works(carrying(Carried.done("done")));
        pressOn(1, "1", "rerun p");
        await().untilAsserted(() -> assertThat(station.count("select count(*) from cards where gave_up is not null"))
                .isOne());
        isOver("1");
        later();
        work("observed", Outcome.deliver(Said.pipeline("C1", "p", null, "running")));
        later();
        await().untilAsserted(() -> assertThat(
                        station.count("select count(*) from cards where armed and gave_up is not null"))
                .isOne());
        assertThat(pressOn(1, "2", "rerun p")).isEqualTo(Taking.NEW);
    }

    @Test
    void theAnswerToAPressOnACardThatOnlyThePresserSeesTakesItsPlace() {
        work("asked", Outcome.deliver(Said.toAsker("page 1")));
        var key = Keys.made("asked", "concluded", 0);
        station.works(claim -> station.journal().conclude(claim, Outcome.deliver(Said.toAsker("page 2"))));
        station.intake().take(Said.pressed("more", key, "pipelines", true, clock.instant()));
        await().untilAsserted(() -> assertThat(slack.sent()).last().isEqualTo("replace https://hooks/more page 2"));
        assertThat(station.count("select count(*) from cards where kind = 'ASIDE'"))
                .isOne();
    }

    @Test
    void aRefusalLeavesTheCardThatWasPressedAsItWas() {
        work("asked", Outcome.deliver(Said.toAsker("offer")));
        var key = Keys.made("asked", "concluded", 0);
        Delivery no = new Delivery.ToAsker(new Refused("no", Actions.NONE, false));
        station.works(claim -> station.journal().conclude(claim, Outcome.deliver(no)));
        station.intake().take(Said.pressed("go", key, "rerun p", true, clock.instant()));
        await().untilAsserted(
                        () -> assertThat(slack.sent("respond https://hooks/go")).hasSize(1));
        await().untilAsserted(
                        () -> assertThat(slack.sent("replace")).last().isEqualTo("replace https://hooks/go offer"));
    }

    @Test
    void aCardThatNobodyKnowsHasNothingToTakeAway() {
        station.works(claim -> {});
        assertThat(station.intake().take(Said.pressed("1", "unknown", "rerun p", false, clock.instant())))
                .isEqualTo(Taking.NEW);
    }

    private Workload carrying(Carried carried) {
        return claim -> {
            var act = station.journal().intend(claim, new ListProjects(), Outcome.nothing(), Set.of());
            station.journal().sending(claim, act);
            station.journal().settle(claim, act, carried, Said.entry(carried));
        };
    }

    private void work(String id, Outcome outcome) {
        station.works(claim -> {
            if (claim.invocation().id().equals(id)) {
                station.journal().conclude(claim, outcome);
            }
        });
        station.intake().take(Said.typed(id, "status", clock.instant()));
        isOver(id);
        await().untilAsserted(() -> assertThat(slack.sent()).isNotEmpty());
    }

    private void isOver(String id) {
        await().untilAsserted(() -> assertThat(
                        station.count("select count(*) from inbox where due_at is null and id = '" + id + "'"))
                .isOne());
    }

    private Taking press(String id, String line) {
        return station.intake().take(Said.pressed(id, CARD, line, false, clock.instant()));
    }

    private Taking pressOn(int drawing, String id, String line) {
        return station.intake()
                .take(Said.pressed(id, new Origin.Pressed(CARD, drawing, "Rerun", false), line, clock.instant()));
    }

    /** The first drawing is pressed, the second has no buttons, the third has them again. */
    private void doneAndDrawnAnew() {
        station.works(carrying(Carried.done("done")));
        pressOn(1, "1", "rerun p");
        seen("post C1 failed", PRESSED);
        isOver("1"); // before that no drawing brings buttons
        later();
        work("observed", Outcome.deliver(Said.pipeline("C1", "p", null, "running")));
        seen("post C1 failed", PRESSED, "update C1 1.0 running");
    }

    private void later() {
        clock.pass(Duration.ofSeconds(2));
        station.pump();
    }

    private void seen(String... calls) {
        await().untilAsserted(() -> assertThat(slack.sent()).containsExactlyElementsOf(List.of(calls)));
    }
}
