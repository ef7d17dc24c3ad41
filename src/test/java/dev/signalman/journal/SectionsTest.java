package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.OccupiedException;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Section;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances whose acts want the same section. */
@OnEachDatabase
final class SectionsTest {
    private static final Section SECTION = new Section("promote p production", Said.card("On its way"));
    private static final int ROUNDS = 25;

    private final NotedMessenger slack = new NotedMessenger();
    private final MovedClock clock = new MovedClock();
    private final Station first;
    private final Station second;

    SectionsTest(TestDatabase kind) {
        DatabaseAddress address = kind.migrated(JournalModule.MIGRATIONS);
        first = new Station(address, clock, slack);
        second = new Station(address, clock, slack);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void ofTwoThatComeAtOnceOneIsLetIn() {
        for (int round = 0; round < ROUNDS; round++) {
            var section = new Section("promote p" + round + " production", Said.card("On its way"));
            var one = take(first, round + "a");
            var other = take(second, round + "b");
            var refused = Stream.of(first, second)
                    .parallel()
                    .map(station -> refusal(station, station == first ? one : other, section, Set.of()))
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(refused).as("round %d", round).hasSize(1);
            assertThat(refused.get(0).passed()).isEmpty();
        }
        assertThat(first.count("select count(*) from acts")).isEqualTo(ROUNDS);
    }

    @Test
    void nothingIsRecordedOfTheOneThatIsNotLetIn() {
        intend(first, take(first, "1"), SECTION, Set.of());
        var late = take(second, "2");
        var saying = Outcome.act(new ListProjects(), SECTION).saying(Said.toAsker("Promoting"));
        assertThat(catchThrowableOfType(
                        OccupiedException.class,
                        () -> second.journal().intend(claim(late), new ListProjects(), saying, Set.of())))
                .isNotNull();
        assertThat(second.count("select count(*) from cards")).isZero();
        assertThat(second.count("select count(*) from acts")).isOne();
        second.journal().conclude(claim(late), Outcome.deliver(Said.toAsker("On its way")));
        assertThat(second.count("select count(*) from inbox where finished_at is not null"))
                .isOne();
    }

    @Test
    void whoDecidedBeforeAnotherWentThroughDecidesAnew() {
        for (var end : List.of(Carried.done("Done"), Carried.refused("No"), Carried.unknown("Who knows"))) {
            var section = new Section("promote " + end.state(), Said.card("On its way"));
            var early = take(first, "early " + end.state());
            var late = take(second, "late " + end.state());
            var act = intend(first, early, section, Set.of());
            first.journal().sending(claim(early), act);
            first.journal().settle(claim(early), act, end, Said.entry(end));
            var told = refusal(second, late, section, Set.of());
            assertThat(told.map(OccupiedException::passed)).contains(Set.of(early.id()));
            assertThat(refusal(second, late, section, Set.of(early.id()))).isEmpty();
        }
    }

    @Test
    void anActThatIsTakenOverKeepsItsSection() {
        var event = take(first, "1");
        var act = intend(first, event, SECTION, Set.of());
        second.looksOn();
        second.get(Sweep.class).claimDue();
        var late = take(second, "2");
        assertThat(refusal(second, late, SECTION, Set.of())).isPresent();
        second.journal().settle(claim(event), act, Carried.done("Done"), Said.DONE);
        assertThat(refusal(second, late, SECTION, Set.of(event.id()))).isEmpty();
    }

    @Test
    void anActThatIsPutAsideKeepsItsSection() {
        var event = take(first, "1");
        intend(first, event, SECTION, Set.of());
        first.journal().later(claim(event), Duration.ofSeconds(5));
        assertThat(refusal(second, take(second, "2"), SECTION, Set.of())).isPresent();
    }

    @Test
    void otherSectionsAreFree() {
        intend(first, take(first, "1"), SECTION, Set.of());
        var other = new Section("promote p staging", Said.card("On its way"));
        assertThat(refusal(second, take(second, "2"), other, Set.of())).isEmpty();
    }

    private Invocation take(Station station, String id) {
        var event = Said.typed(id, "promote production", clock.instant());
        station.intake().take(event);
        await().untilAsserted(() ->
                assertThat(station.worked).extracting(Claim::invocation).contains(event));
        return event;
    }

    private static Optional<OccupiedException> refusal(
            Station station, Invocation event, Section section, Set<String> known) {
        try {
            intend(station, event, section, known);
            return Optional.empty();
        } catch (OccupiedException refused) {
            return Optional.of(refused);
        }
    }

    private static Act intend(Station station, Invocation event, Section section, Set<String> known) {
        var pinned = new ListProjects();
        return station.journal().intend(claim(event), pinned, Outcome.act(pinned, section), known);
    }

    private static Claim claim(Invocation event) {
        return new Claim(event, null, 0);
    }
}
