package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.card.Card;
import dev.signalman.card.TextCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Wake;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions about locks, without carrying them out. */
class LockHandlersTest {
    private FeatureFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new FeatureFixture(AccessRules.NONE);
        fixture.semaphore.user("robot").isEverywhere(Role.ADMIN);
        fixture.semaphore.addProject("web");
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private Outcome done(Outcome outcome) {
        outcome.rows().forEach(row -> fixture.jdbi.useTransaction(row::write));
        return outcome;
    }

    private String lock() {
        return fixture.jdbi.withHandle(handle -> handle.createQuery("SELECT lock_id FROM promotion_lock")
                .mapTo(String.class)
                .one());
    }

    /** When a new lock is looked at next. */
    private Duration wait(String line) {
        var locked = done(fixture.types(line));
        assertThat(locked.wakes()).extracting(Wake::kind).contains(ReconcileKey.Kind.LOCK);
        var result = fixture.looks(ReconcileKey.Kind.LOCK, lock(), "", fixture.clock.instant());
        return Duration.between(fixture.clock.instant(), ((ReconcileResult.Asleep) result).until());
    }

    private static String said(Outcome outcome) {
        return outcome.deliveries().stream()
                .map(Delivery::card)
                .map(LockHandlersTest::sentence)
                .toList()
                .toString();
    }

    private static String sentence(Card card) {
        return card instanceof TextCard textCard ? textCard.sentence() : card.toString();
    }

    @Test
    void itsHolderIsAskedTenMinutesBeforeItEnds() {
        assertThat(wait("lock production web for 2h")).isEqualTo(Duration.ofMinutes(110));
        var since = fixture.clock.instant();
        fixture.clock.advance(Duration.ofMinutes(110));
        var asked = (ReconcileResult.Changed) fixture.looks(ReconcileKey.Kind.LOCK, lock(), "", since);
        assertThat(said(asked.outcome())).contains("Your lock on production of web ends");
        assertThat(fixture.looks(ReconcileKey.Kind.LOCK, lock(), asked.seen(), since))
                .isEqualTo(new ReconcileResult.Asleep(since.plus(Duration.ofHours(2))));
    }

    @Test
    void oneThatIsShortEndsWithoutAQuestion() {
        assertThat(wait("lock production web for 29m")).isEqualTo(Duration.ofMinutes(29));
    }

    @Test
    void oneWithoutAnEndIsAskedAboutAfterFourHoursAndThenEachDay() {
        assertThat(wait("lock production web")).isEqualTo(Duration.ofHours(4));
        var since = fixture.clock.instant();
        fixture.clock.advance(Duration.ofHours(4));
        var asked = (ReconcileResult.Changed) fixture.looks(ReconcileKey.Kind.LOCK, lock(), "", since);
        assertThat(said(asked.outcome())).contains("Is it still needed?");
        assertThat(fixture.looks(ReconcileKey.Kind.LOCK, lock(), asked.seen(), since))
                .isEqualTo(new ReconcileResult.Asleep(since.plus(Duration.ofHours(28))));
    }

    @Test
    void oneWhoseTimeIsOverIsInNobodysWayEvenIfNobodyEndedIt() {
        done(fixture.types("lock production web for 1h"));
        fixture.clock.advance(Duration.ofMinutes(59));
        assertThat(said(fixture.types("U0BOB", "lock production web", FeatureFixture.BUILDS)))
                .contains("is already locked by");
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(said(done(fixture.types("U0BOB", "lock production web", FeatureFixture.BUILDS))))
                .contains("U0BOB locked production of web.");
    }

    @Test
    void aLookThatIsTooEarlyOrTooLateEndsNothing() {
        assertThat(wait("lock production web for 1h")).isEqualTo(Duration.ofMinutes(50));
        var lock = lock();
        var since = fixture.clock.instant();
        fixture.clock.advance(Duration.ofMinutes(59));
        assertThat(fixture.looks(ReconcileKey.Kind.LOCK, lock, "1", since))
                .isEqualTo(new ReconcileResult.Asleep(since.plus(Duration.ofHours(1))));
        fixture.clock.advance(Duration.ofMinutes(1));
        var over = (ReconcileResult.Over) fixture.looks(ReconcileKey.Kind.LOCK, lock, "1", since);
        assertThat(said(done(over.outcome()))).contains("expired after an hour.");
        assertThat(fixture.looks(ReconcileKey.Kind.LOCK, lock, "1", since)).isEqualTo(new ReconcileResult.Over());
    }
}
