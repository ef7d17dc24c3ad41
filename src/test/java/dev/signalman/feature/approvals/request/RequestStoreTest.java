package dev.signalman.feature.approvals.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.command.ScheduledTime;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.approvals.ApprovalsModule;
import dev.signalman.feature.approvals.request.ApprovalRequest.Fate;
import dev.signalman.ruling.Vote;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stored requests, on every database. */
@OnEachDatabase
class RequestStoreTest {
    private final Database database;
    private final RequestStore store;

    RequestStoreTest(TestDatabase kind) {
        database = kind.open(ApprovalsModule.MIGRATIONS);
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        store = new RequestStore(
                database.jdbi(), new RequestRowMapper(grammar), grammar, new SettableClock(SampleRequests.OPENED));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(RowChange... rows) {
        RowWriter.in(database.jdbi(), rows);
    }

    private ApprovalRequest opened() {
        var request = SampleRequests.request(3);
        write(store.opening(request));
        return request;
    }

    private static ApprovalRequest ended(ApprovalRequest request) {
        return request.then(
                RequestState.REJECTED,
                new Fate(
                        "i1",
                        SampleRequests.OPENED,
                        "d1",
                        "w1",
                        Duration.ofSeconds(7),
                        SampleRequests.OPENED,
                        "U1",
                        "Bob",
                        "No"));
    }

    @Test
    void aRequestComesBackAsItWasOpened() {
        var request = opened();

        assertThat(store.find(12)).contains(request);
        assertThat(store.open(request.pinned())).contains(request);
        assertThat(store.open()).containsExactly(request);
        assertThat(store.find(13)).isEmpty();
    }

    @Test
    void aTimeComesBackAndMayMoveAndTheSameIsOpenOnceWhateverItsTime() {
        var nine = SampleRequests.OPENED.plus(Duration.ofHours(9));
        var request = SampleRequests.scheduled(new ScheduledTime.AfterFreeze(), nine);
        write(store.opening(request));
        assertThat(store.find(12)).contains(request);
        assertThat(store.open(request.pinned().goingAt(null))).contains(request);

        var moved = request.goingAt(nine.plusSeconds(60)).then(RequestState.SCHEDULED, Fate.OPEN);
        write(store.changing(request, moved));
        assertThat(store.find(12)).contains(moved);
        assertThat(store.scheduled()).containsExactly(moved);
        assertThat(store.waiting()).isEmpty();
    }

    @Test
    void votesAreThoseOfEachPersonsLastWord() {
        var request = opened();
        write(store.voting(request, SampleRequests.BOBS, "fine"), store.voting(request, SampleRequests.CAROLS, null));
        var changed = new Vote("U0BOB", "Bob", false);
        write(store.voting(request, changed, null));

        assertThat(store.find(12).orElseThrow().votes()).containsExactlyInAnyOrder(changed, SampleRequests.CAROLS);
    }

    @Test
    void howItEndedComesBackAndTheSameMayBeAskedAnew() {
        var request = opened();
        write(store.changing(request, ended(request)));

        assertThat(store.find(12)).contains(ended(request));
        assertThat(store.open()).isEmpty();
        assertThat(store.open(request.pinned())).isEmpty();
    }

    @Test
    void staleVersionChangesNothing() {
        var request = opened();
        var granted = request.then(RequestState.GRANTED, Fate.OPEN);
        write(store.changing(request, granted));

        assertThatThrownBy(() -> write(store.changing(request, ended(request))))
                .isInstanceOf(StaleDecisionException.class);
        assertThatThrownBy(() -> write(
                        store.voting(request, SampleRequests.BOBS, null), store.changing(request, ended(request))))
                .isInstanceOf(StaleDecisionException.class);
        assertThat(store.find(12)).contains(granted);
    }

    @Test
    void theSameIsOpenOnceHoweverManyAskForIt() {
        opened();
        var again = SampleRequests.request(3);
        var other = new ApprovalRequest(
                store.nextNumber(),
                again.state(),
                again.version(),
                again.pinned(),
                again.cargo(),
                again.requester(),
                again.asked(),
                again.shown(),
                again.opened(),
                again.expires(),
                again.ships(),
                again.fate(),
                again.votes(),
                null,
                null);

        assertThatThrownBy(() -> write(store.opening(other))).isInstanceOf(StaleDecisionException.class);
        assertThat(store.open()).hasSize(1);
    }

    @Test
    void manyOpenRequestsAreReadInNoMoreQueriesThanOne() {
        opened();
        var queries = new AtomicInteger();
        database.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                queries.incrementAndGet();
            }
        });
        assertThat(store.open()).hasSize(1);
        int one = queries.getAndSet(0);

        write(store.opening(second()));
        queries.set(0);
        assertThat(store.open()).extracting(ApprovalRequest::number).containsExactly(12, 13);
        assertThat(queries).hasValue(one);
    }

    private static ApprovalRequest second() {
        var first = SampleRequests.request(2);
        var staging = new Promote("staging", first.pinned().subject(), Map.of(), false, true, null);
        return new ApprovalRequest(
                13,
                first.state(),
                first.version(),
                staging,
                first.cargo(),
                first.requester(),
                first.asked(),
                first.shown(),
                first.opened(),
                first.expires(),
                first.ships(),
                first.fate(),
                first.votes(),
                null,
                null);
    }

    @Test
    void numbersAreNeverGivenTwice() {
        assertThat(store.nextNumber()).isLessThan(store.nextNumber());
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var request = opened();
            for (int round = 0; round < 20; round++) {
                var now = store.find(12).orElseThrow();
                assertThat(now.version()).isEqualTo(request.version() + round);
                var together = new CyclicBarrier(8);
                var attempts = Collections.nCopies(8, (Callable<Boolean>) () -> {
                    together.await();
                    try {
                        write(store.changing(now, now.then(RequestState.WAITING, Fate.OPEN)));
                        return true;
                    } catch (StaleDecisionException late) {
                        return false;
                    }
                });
                int done = 0;
                for (var each : pool.invokeAll(attempts)) {
                    done += each.get() ? 1 : 0;
                }
                assertThat(done).isOne();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
