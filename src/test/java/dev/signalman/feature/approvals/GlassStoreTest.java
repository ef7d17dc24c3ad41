package dev.signalman.feature.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.command.Grammar;
import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.StaleException;
import dev.signalman.feature.Written;
import dev.signalman.feature.approvals.Glass.Clearance;
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

/** What is kept of broken glasses, on every database. */
@OnEachDatabase
class GlassStoreTest {
    private static final Clearance BOB = new Clearance("U0BOB", "Bob");
    private static final Clearance CAROL = new Clearance("U0CAROL", "Carol");

    private final SettableClock clock = new SettableClock(Examples.OPENED);
    private final Database database;
    private final RequestStore requests;
    private final GlassStore glasses;

    GlassStoreTest(TestDatabase kind) {
        database = kind.open(ApprovalsModule.MIGRATIONS);
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        requests = new RequestStore(database.jdbi(), new RequestReader(grammar), grammar, clock);
        glasses = new GlassStore(clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(Row... rows) {
        Written.in(database.jdbi(), rows);
    }

    private Request broken() {
        var request = Examples.request(3);
        var broken = Examples.broken(List.of()).with(List.of());
        write(
                requests.opening(request),
                requests.changing(request, broken),
                glasses.breaking(12, Objects.requireNonNull(broken.glass())));
        return broken;
    }

    private Glass glass() {
        return Objects.requireNonNull(requests.find(12).orElseThrow().glass());
    }

    private Row clearing(Glass before, Clearance clearance) {
        return glasses.clearing(12, before, before.cleared(clearance, clock.instant()), clearance, "fine");
    }

    @Test
    void whatWasBrokenComesBackAsItWas() {
        var broken = broken();

        assertThat(requests.find(12)).contains(broken);
        assertThat(requests.toBeCleared()).extracting(Request::number).containsExactly(12);
    }

    @Test
    void whatWasNotBrokenHasNoGlass() {
        write(requests.opening(Examples.request(3)));

        assertThat(requests.find(12).orElseThrow().glass()).isNull();
        assertThat(requests.toBeCleared()).isEmpty();
    }

    @Test
    void twoCloseItAndTheOneWhoCameFirstStandsFirst() {
        broken();
        write(clearing(glass(), BOB));
        assertThat(glass().cleared()).containsExactly(BOB);
        assertThat(glass().open()).isTrue();
        clock.set(Examples.OPENED.plus(Duration.ofHours(2)));
        write(clearing(glass(), CAROL));

        assertThat(glass().cleared()).containsExactly(BOB, CAROL);
        assertThat(glass().closed()).isEqualTo(Examples.OPENED.plus(Duration.ofHours(2)));
        assertThat(requests.toBeCleared()).isEmpty();
    }

    @Test
    void whoeverStartsFromWhatIsNoLongerSoClearsNothing() {
        broken();
        var before = glass();
        write(clearing(before, BOB));

        assertThatThrownBy(() -> write(clearing(before, CAROL))).isInstanceOf(StaleException.class);
        assertThat(glass().cleared()).containsExactly(BOB);
    }

    @Test
    void ofALastVoteAndABrokenGlassOneIsWrittenDown() {
        var request = Examples.request(3);
        var broken = Examples.broken(List.of());
        write(requests.opening(request));
        write(
                requests.voting(request, Examples.BOBS, null),
                requests.changing(request, request.then(State.GRANTED, Request.Fate.OPEN)));

        assertThatThrownBy(() -> write(
                        requests.changing(request, broken),
                        glasses.breaking(12, Objects.requireNonNull(broken.glass()))))
                .isInstanceOf(StaleException.class);
        assertThat(requests.find(12).orElseThrow().glass()).isNull();
    }
}
