package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.card.Answer;
import dev.signalman.card.Card;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.Wake;
import dev.signalman.dispatch.Watched;
import dev.signalman.feature.Bench;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.Role;
import java.time.Duration;
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

    private String lock() {
        return bench.jdbi.withHandle(handle -> handle.createQuery("SELECT lock_id FROM promotion_lock")
                .mapTo(String.class)
                .one());
    }

    /** When the lock is looked at next, from a look just after it was taken. */
    private Duration wait(String line) {
        var locked = done(bench.types(line));
        assertThat(locked.wakes()).extracting(Wake::kind).contains(Watched.Kind.LOCK);
        var look = bench.looks(Watched.Kind.LOCK, lock(), "", bench.clock.instant());
        return Duration.between(bench.clock.instant(), ((Look.Asleep) look).until());
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
    void itsHolderIsAskedTenMinutesBeforeItEnds() {
        assertThat(wait("lock production web for 2h")).isEqualTo(Duration.ofMinutes(110));
        var since = bench.clock.instant();
        bench.clock.advance(Duration.ofMinutes(110));
        var asked = (Look.Changed) bench.looks(Watched.Kind.LOCK, lock(), "", since);
        assertThat(said(asked.outcome())).contains("Your lock on production of web ends by itself");
        assertThat(bench.looks(Watched.Kind.LOCK, lock(), asked.seen(), since))
                .isEqualTo(new Look.Asleep(since.plus(Duration.ofHours(2))));
    }

    @Test
    void oneThatIsShortEndsWithoutAQuestion() {
        assertThat(wait("lock production web for 29m")).isEqualTo(Duration.ofMinutes(29));
    }

    @Test
    void oneWithoutAnEndIsAskedAboutAfterFourHoursAndThenEachDay() {
        assertThat(wait("lock production web")).isEqualTo(Duration.ofHours(4));
        var since = bench.clock.instant();
        bench.clock.advance(Duration.ofHours(4));
        var asked = (Look.Changed) bench.looks(Watched.Kind.LOCK, lock(), "", since);
        assertThat(said(asked.outcome())).contains("Is that still needed?");
        assertThat(bench.looks(Watched.Kind.LOCK, lock(), asked.seen(), since))
                .isEqualTo(new Look.Asleep(since.plus(Duration.ofHours(28))));
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
    void aLookThatIsTooEarlyOrTooLateEndsNothing() {
        assertThat(wait("lock production web for 1h")).isEqualTo(Duration.ofMinutes(50));
        var lock = lock();
        var since = bench.clock.instant();
        bench.clock.advance(Duration.ofMinutes(59));
        assertThat(bench.looks(Watched.Kind.LOCK, lock, "1", since))
                .isEqualTo(new Look.Asleep(since.plus(Duration.ofHours(1))));
        bench.clock.advance(Duration.ofMinutes(1));
        var over = (Look.Over) bench.looks(Watched.Kind.LOCK, lock, "1", since);
        assertThat(said(done(over.outcome()))).contains("is over, after an hour.");
        assertThat(bench.looks(Watched.Kind.LOCK, lock, "1", since)).isEqualTo(new Look.Over());
    }
}
