package dev.signalman.feature.approvals.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.command.Grammar;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.approvals.ApprovalsModule;
import dev.signalman.feature.approvals.request.BrokenGlass.Clearance;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stored broken glasses, on every database. */
@OnEachDatabase
class BrokenGlassStoreTest {
    private static final Clearance BOB = new Clearance("U0BOB", "Bob");
    private static final Clearance CAROL = new Clearance("U0CAROL", "Carol");

    private final SettableClock clock = new SettableClock(SampleRequests.OPENED);
    private final Database database;
    private final RequestStore requests;
    private final BrokenGlassStore glasses;

    BrokenGlassStoreTest(TestDatabase kind) {
        database = kind.open(ApprovalsModule.MIGRATIONS);
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        requests = new RequestStore(database.jdbi(), new RequestRowMapper(grammar), grammar, clock);
        glasses = new BrokenGlassStore(clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(RowChange... rows) {
        RowWriter.in(database.jdbi(), rows);
    }

    private ApprovalRequest broken() {
        var request = SampleRequests.request(3);
        var broken = SampleRequests.broken(List.of()).with(List.of());
        write(
                requests.opening(request),
                requests.changing(request, broken),
                glasses.breaking(12, Objects.requireNonNull(broken.glass())));
        return broken;
    }

    private BrokenGlass glass() {
        return Objects.requireNonNull(requests.find(12).orElseThrow().glass());
    }

    private RowChange clearing(BrokenGlass before, Clearance clearance) {
        return glasses.clearing(12, before, before.cleared(clearance, clock.instant()), clearance, "fine");
    }

    @Test
    void whatWasBrokenComesBackAsItWas() {
        var broken = broken();

        assertThat(requests.find(12)).contains(broken);
        assertThat(requests.toBeCleared()).extracting(ApprovalRequest::number).containsExactly(12);
    }

    @Test
    void whatWasNotBrokenHasNoGlass() {
        write(requests.opening(SampleRequests.request(3)));

        assertThat(requests.find(12).orElseThrow().glass()).isNull();
        assertThat(requests.toBeCleared()).isEmpty();
    }

    @Test
    void twoCloseItAndTheOneWhoCameFirstStandsFirst() {
        broken();
        write(clearing(glass(), BOB));
        assertThat(glass().cleared()).containsExactly(BOB);
        assertThat(glass().open()).isTrue();
        clock.set(SampleRequests.OPENED.plus(Duration.ofHours(2)));
        write(clearing(glass(), CAROL));

        assertThat(glass().cleared()).containsExactly(BOB, CAROL);
        assertThat(glass().closed()).isEqualTo(SampleRequests.OPENED.plus(Duration.ofHours(2)));
        assertThat(requests.toBeCleared()).isEmpty();
    }

    @Test
    void staleVersionClearsNothing() {
        broken();
        var before = glass();
        write(clearing(before, BOB));

        assertThatThrownBy(() -> write(clearing(before, CAROL))).isInstanceOf(StaleDecisionException.class);
        assertThat(glass().cleared()).containsExactly(BOB);
    }

    @Test
    void ofALastVoteAndABrokenGlassOnlyOneIsRecorded() {
        var request = SampleRequests.request(3);
        var broken = SampleRequests.broken(List.of());
        write(requests.opening(request));
        write(
                requests.voting(request, SampleRequests.BOBS, null),
                requests.changing(request, request.then(RequestState.GRANTED, ApprovalRequest.Fate.OPEN)));

        assertThatThrownBy(() -> write(
                        requests.changing(request, broken),
                        glasses.breaking(12, Objects.requireNonNull(broken.glass()))))
                .isInstanceOf(StaleDecisionException.class);
        assertThat(requests.find(12).orElseThrow().glass()).isNull();
    }
}
