package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.card.Answer;
import dev.signalman.card.Card;
import dev.signalman.command.Command;
import dev.signalman.command.Lapse;
import dev.signalman.command.Nag;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.feature.Bench;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided about locks, without waiting for it to happen. */
class LockingOnTheBenchTest {
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(AccessRules.NONE);
        bench.semaphore.user("robot").isEverywhere(Role.ADMIN);
        bench.semaphore.addProject("web");
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private Outcome done(Outcome outcome) {
        outcome.rows().forEach(row -> bench.jdbi.useTransaction(row::write));
        return outcome;
    }

    private static List<Duration> waits(Outcome outcome, Class<? extends Command> command) {
        return outcome.followUps().stream()
                .filter(each -> command.isInstance(each.command()))
                .map(FollowUp::delay)
                .toList();
    }

    private static String said(Outcome outcome) {
        return outcome.deliveries().stream()
                .map(Delivery::card)
                .map(LockingOnTheBenchTest::sentence)
                .toList()
                .toString();
    }

    private static String sentence(Card card) {
        return card instanceof Answer answer ? answer.sentence() : card.toString();
    }

    @Test
    void itEndsWhenItWasSaidToAndIsAskedAboutTenMinutesBefore() {
        var locked = bench.types("lock production web for 2h");
        assertThat(waits(locked, Lapse.class)).containsExactly(Duration.ofHours(2));
        assertThat(waits(locked, Nag.class)).containsExactly(Duration.ofMinutes(110));
        assertThat(waits(bench.types("lock production web for 29m"), Nag.class)).isEmpty();
        var endless = bench.types("lock production web");
        assertThat(waits(endless, Lapse.class)).isEmpty();
        assertThat(waits(endless, Nag.class)).containsExactly(Duration.ofHours(4));
    }

    @Test
    void oneWhoseTimeIsOverIsInNobodysWayEvenIfNobodyEndedIt() {
        done(bench.types("lock production web for 1h"));
        bench.clock.advance(Duration.ofMinutes(59));
        assertThat(said(bench.types("U0BOB", "lock production web", Bench.BUILDS)))
                .contains("is locked already");
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(said(done(bench.types("U0BOB", "lock production web", Bench.BUILDS))))
                .contains("U0BOB locked production of web.");
    }

    @Test
    void whatIsSaidToItselfTooEarlyOrTooLateEndsNothing() {
        var lapse = done(bench.types("lock production web for 1h")).followUps().stream()
                .map(FollowUp::command)
                .filter(Lapse.class::isInstance)
                .map(each -> ((Lapse) each).lock())
                .findFirst()
                .orElseThrow();
        bench.clock.advance(Duration.ofMinutes(59));
        var early = bench.saysToItself("lapse " + lapse);
        assertThat(early.rows()).isEmpty();
        assertThat(waits(early, Lapse.class)).containsExactly(Duration.ofMinutes(1));
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.saysToItself("nag " + lapse + " attempt=0").deliveries())
                .isEmpty();
        assertThat(said(done(bench.saysToItself("lapse " + lapse)))).contains("is over, after an hour.");
        assertThat(bench.saysToItself("lapse " + lapse)).isEqualTo(Outcome.nothing());
    }
}
