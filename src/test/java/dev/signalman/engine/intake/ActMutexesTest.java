package dev.signalman.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.signalman.command.ListProjects;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.ActMutexHeldException;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
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

/** Two instances whose acts need the same mutex. */
@OnEachDatabase
final class ActMutexesTest {
    private static final ActMutex SECTION = new ActMutex("promote p production", SampleInvocations.card("On its way"));
    private static final int ROUNDS = 25;

    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final InstanceFixture first;
    private final InstanceFixture second;

    ActMutexesTest(TestDatabase kind) {
        DatabaseAddress address = kind.migrated(JournalModule.MIGRATIONS);
        first = new InstanceFixture(address, clock, slack);
        second = new InstanceFixture(address, clock, slack);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void ofTwoActsAtOnceOneEntersTheMutex() {
        for (int round = 0; round < ROUNDS; round++) {
            var mutex = new ActMutex("promote p" + round + " production", SampleInvocations.card("On its way"));
            var one = take(first, round + "a");
            var other = take(second, round + "b");
            var refused = Stream.of(first, second)
                    .parallel()
                    .map(instance -> refusal(instance, instance == first ? one : other, mutex, Set.of()))
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(refused).as("round %d", round).hasSize(1);
            assertThat(refused.get(0).passed()).isEmpty();
        }
        assertThat(first.count("select count(*) from acts")).isEqualTo(ROUNDS);
    }

    @Test
    void nothingIsRecordedOfAnActThatFoundTheMutexHeld() {
        intend(first, take(first, "1"), SECTION, Set.of());
        var late = take(second, "2");
        var saying = Outcome.act(new ListProjects(), SECTION).saying(SampleInvocations.toAsker("Promoting"));
        assertThat(catchThrowableOfType(
                        ActMutexHeldException.class,
                        () -> second.journal().intend(claim(late), new ListProjects(), saying, Set.of())))
                .isNotNull();
        assertThat(second.count("select count(*) from cards")).isZero();
        assertThat(second.count("select count(*) from acts")).isOne();
        second.journal().conclude(claim(late), Outcome.deliver(SampleInvocations.toAsker("On its way")));
        assertThat(second.count("select count(*) from inbox where finished_at is not null"))
                .isOne();
    }

    @Test
    void decisionMadeBeforeAnotherActInTheMutexIsMadeAnew() {
        for (var end : List.of(ActResult.done("Done"), ActResult.refused("No"), ActResult.unknown("Who knows"))) {
            var mutex = new ActMutex("promote " + end.state(), SampleInvocations.card("On its way"));
            var early = take(first, "early " + end.state());
            var late = take(second, "late " + end.state());
            var act = intend(first, early, mutex, Set.of());
            first.journal().sending(claim(early), act);
            first.journal().settle(claim(early), act, end, SampleInvocations.entry(end));
            var told = refusal(second, late, mutex, Set.of());
            assertThat(told.map(ActMutexHeldException::passed)).contains(Set.of(early.id()));
            assertThat(refusal(second, late, mutex, Set.of(early.id()))).isEmpty();
        }
    }

    @Test
    void anActThatIsTakenOverKeepsItsMutex() {
        var event = take(first, "1");
        var act = intend(first, event, SECTION, Set.of());
        second.looksOn();
        second.get(DueWorkPoller.class).claimDue();
        var late = take(second, "2");
        assertThat(refusal(second, late, SECTION, Set.of())).isPresent();
        second.journal().settle(claim(event), act, ActResult.done("Done"), SampleInvocations.DONE);
        assertThat(refusal(second, late, SECTION, Set.of(event.id()))).isEmpty();
    }

    @Test
    void anActThatIsPutAsideKeepsItsMutex() {
        var event = take(first, "1");
        intend(first, event, SECTION, Set.of());
        first.journal().later(claim(event), Duration.ofSeconds(5));
        assertThat(refusal(second, take(second, "2"), SECTION, Set.of())).isPresent();
    }

    @Test
    void otherMutexesAreFree() {
        intend(first, take(first, "1"), SECTION, Set.of());
        var other = new ActMutex("promote p staging", SampleInvocations.card("On its way"));
        assertThat(refusal(second, take(second, "2"), other, Set.of())).isEmpty();
    }

    private Invocation take(InstanceFixture instance, String id) {
        var event = SampleInvocations.typed(id, "promote production", clock.instant());
        instance.intake().take(event);
        await().untilAsserted(() ->
                assertThat(instance.worked).extracting(Claim::invocation).contains(event));
        return event;
    }

    private static Optional<ActMutexHeldException> refusal(
            InstanceFixture instance, Invocation event, ActMutex mutex, Set<String> known) {
        try {
            intend(instance, event, mutex, known);
            return Optional.empty();
        } catch (ActMutexHeldException refused) {
            return Optional.of(refused);
        }
    }

    private static Act intend(InstanceFixture instance, Invocation event, ActMutex mutex, Set<String> known) {
        var pinned = new ListProjects();
        return instance.journal().intend(claim(event), pinned, Outcome.act(pinned, mutex), known);
    }

    private static Claim claim(Invocation event) {
        return new Claim(event, null, 0);
    }
}
