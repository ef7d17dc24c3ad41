package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.locks.HeldLock.Holder;
import dev.signalman.feature.locks.HeldLock.How;
import dev.signalman.feature.locks.HeldLock.Said;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stored locks, on every database. */
@OnEachDatabase
class JdbiLocksTest {
    private static final Project WEB = new Project("p-1", "web", "", "", "");
    private static final LockedPromotion PRODUCTION = LockedPromotion.of(WEB, "production");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final Database database;
    private final Jdbi jdbi;
    private final JdbiLocks locks;

    JdbiLocksTest(TestDatabase kind) {
        database = kind.open(LocksModule.MIGRATIONS);
        jdbi = database.jdbi();
        locks = new JdbiLocks(jdbi, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static HeldLock held(String id, String promotion, @Nullable Instant until) {
        return new HeldLock(
                id,
                LockedPromotion.of(WEB, promotion),
                promotion,
                new Holder("U0ALICE", "Alice"),
                NOON.minusSeconds(60),
                until,
                "<!channel> moves \"it\"",
                new Place("C1", "17.3"),
                true,
                new Said(How.STOLEN, "Bob", List.of("It applies to every branch.", "And so on.")));
    }

    private void write(RowChange row) {
        RowWriter.in(jdbi, row);
    }

    @Test
    void aLockComesBackAsItWasMadeAndGoes() {
        var lock = held("l-1", "production", NOON.plusSeconds(60));
        write(locks.taking(lock, null));
        assertThat(locks.of(PRODUCTION)).contains(lock);
        assertThat(locks.withId("l-1")).contains(lock);
        assertThat(locks.all()).containsExactly(lock);
        assertThat(locks.of(LockedPromotion.of(WEB, "staging"))).isEmpty();

        write(locks.releasing(lock));
        assertThat(locks.of(PRODUCTION)).isEmpty();
        assertThat(locks.withId("l-1")).isEmpty();
        assertThat(locks.all()).isEmpty();
        write(locks.taking(held("l-2", "production", null), null));
        assertThat(locks.of(PRODUCTION)).map(HeldLock::id).contains("l-2");
    }

    @Test
    void noWayOfWritingANameLeadsPastIt() {
        write(locks.taking(held("l-1", "Deploy to  Production ", null), null));
        assertThat(locks.of(LockedPromotion.of(WEB, "deploy\u00a0to production")))
                .map(HeldLock::id)
                .contains("l-1");
    }

    @Test
    void aLockFromBeforeLookalikesWereComparedHoldsOn() {
        var name = "\u043f\u0440\u043e\u0434";
        var old = held("l-1", name, null);
        write(locks.taking(old, null));
        jdbi.useHandle(handle ->
                handle.execute("UPDATE promotion_lock SET promotion_key = ?", name)); // as older versions wrote it
        var what = LockedPromotion.of(WEB, name);
        assertThat(what.key()).isNotEqualTo(name);
        assertThat(locks.of(what)).map(HeldLock::id).contains("l-1");
        assertThatThrownBy(() -> write(locks.free(what))).isInstanceOf(StaleDecisionException.class);

        write(locks.taking(held("l-2", name, null), locks.of(what).orElseThrow()));
        assertThat(locks.all()).extracting(HeldLock::id).containsExactly("l-2");
    }

    @Test
    void oneWhoseTimeIsOverIsNotListed() {
        write(locks.taking(held("l-1", "production", NOON), null));
        assertThat(locks.all()).isEmpty();
        assertThat(locks.of(PRODUCTION)).isPresent();
    }

    @Test
    void nobodyTakesOrEndsALockThatIsNotTheOneTheySaw() {
        var first = held("l-1", "production", null);
        var second = held("l-2", "production", null);
        write(locks.taking(first, null));
        assertThatThrownBy(() -> write(locks.taking(second, null))).isInstanceOf(StaleDecisionException.class);
        write(locks.taking(second, first));
        assertThatThrownBy(() -> write(locks.taking(held("l-3", "production", null), first)))
                .isInstanceOf(StaleDecisionException.class);
        assertThatThrownBy(() -> write(locks.releasing(first))).isInstanceOf(StaleDecisionException.class);
        assertThat(locks.of(PRODUCTION)).contains(second);
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var begin = new CountDownLatch(1);
        var got = new AtomicInteger();
        var lost = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            var mine = held("l-" + i, "production", null);
            Callable<Object> taking = () -> {
                begin.await();
                try {
                    write(locks.taking(mine, null));
                    return got.incrementAndGet();
                } catch (StaleDecisionException other) {
                    return lost.incrementAndGet();
                }
            };
            var unused = threads.submit(taking);
        }
        begin.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(got).hasValue(1);
        assertThat(lost).hasValue(7);
    }

    @Test
    void whileAPromotionIsDecidedNobodyLocksIt() throws Exception {
        var lock = held("l-1", "production", null);
        write(locks.taking(lock, null));
        write(locks.releasing(lock));
        var thread = Executors.newSingleThreadExecutor();
        try {
            var taken = jdbi.inTransaction(handle -> {
                locks.free(PRODUCTION).write(handle);
                var taking = thread.submit(() -> {
                    write(locks.taking(lock, null));
                    return lock;
                });
                assertThatThrownBy(() -> taking.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                assertThat(locks.of(PRODUCTION)).isEmpty();
                return taking;
            });
            taken.get(20, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThatThrownBy(() -> write(locks.free(PRODUCTION))).isInstanceOf(StaleDecisionException.class);
        clock.advance(Duration.ofDays(1));
        write(locks.releasing(lock));
        write(locks.free(PRODUCTION));
    }
}
